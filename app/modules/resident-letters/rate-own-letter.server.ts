import type { ResidentCtx } from "#app/context.ts";
import { rateLetter } from "#app/modules/letters/rate-letter.server.ts";
import type { RateOwnInput } from "./input.ts";
import { getOwnLetter } from "./own-letters.server.ts";

/** How he found the service, once for each letter, after it was handed over. */
export async function rateOwnLetter(ctx: ResidentCtx, id: string, input: RateOwnInput): Promise<void> {
  await getOwnLetter(ctx, ctx.db, id);
  await rateLetter(ctx, id, { score: input.nilai, comment: input.ulasan, channel: "resident" });
}
