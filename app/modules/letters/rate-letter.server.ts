import type { VillageCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import type { GivenRating } from "#app/platform/receipt-subject.ts";
import { write } from "#app/platform/write.ts";
import { serviceRatings } from "#db/village/schema/residents.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import { getLetter } from "./queries.server.ts";

type Rating = GivenRating & Pick<typeof serviceRatings.$inferSelect, "channel">;

/**
 * Keeps how somebody found the service, once for each letter and only after it was handed over. Who may rate which
 * letter is for the caller to know: the holder of its code, or the resident whose letter it is.
 */
export async function rateLetter(ctx: VillageCtx, id: string, rating: Rating): Promise<void> {
  await write(ctx, async ({ tx, audit }) => {
    const letter = await getLetter(tx, id);
    if (letter.state !== "handed") throw new ConflictError(LETTER_WORDS.notHanded);
    const [row] = await tx
      .insert(serviceRatings)
      .values({
        ...rating,
        id: newId(ctx.now),
        letterId: id,
        kind: letter.kind,
        createdAt: ctx.now.toISOString(),
      })
      .onConflictDoNothing()
      .returning({ id: serviceRatings.id });
    if (!row) throw new ConflictError(LETTER_WORDS.rated);
    await audit({
      action: "letter.rate",
      entity: "letter",
      entityId: id,
      details: { nilai: rating.score },
    });
    return null;
  });
}
