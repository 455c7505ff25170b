import type { OfficeCtx } from "#app/context.ts";
import { tell } from "#app/platform/inbox.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { ReasonInput } from "./letter-input.ts";
import { getLetterFor } from "./letter-reading.server.ts";
import { addStep, moveLetter } from "./queries.server.ts";

/** Gives a letter back to the counter with the reason. A number that it has stays its own. */
export async function returnLetter(ctx: OfficeCtx, id: string, input: ReasonInput): Promise<void> {
  requirePermission(ctx, "letters.read");
  await write(ctx, async ({ tx, audit }) => {
    const letter = await getLetterFor(ctx, tx, { id, version: input.versi, action: "return" });
    await moveLetter(ctx, tx, letter, {
      state: "returned",
      waitsFor: "counter",
      returnReason: input.alasan,
    });
    await addStep(ctx, tx, id, "return", input.alasan);
    await audit({ action: "letter.return", entity: "letter", entityId: id });
    await tell(ctx, tx, [letter.createdBy], {
      onceKey: `letter-returned:${id}:${letter.version}`,
      title: `${letter.title} dikembalikan`,
      body: input.alasan,
      href: `/kantor/surat/${id}`,
    });
    return null;
  });
}
