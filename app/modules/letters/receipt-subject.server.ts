import { desc, eq, sql } from "drizzle-orm";
import type { ReceiptStory, ReceiptSubject } from "#app/platform/receipt-subject.ts";
import { letterSteps, letters } from "#db/village/schema/letters.ts";
import { serviceRatings } from "#db/village/schema/residents.ts";
import type { LetterRow } from "./queries.server.ts";
import { rateLetter } from "./rate-letter.server.ts";
import { PUBLIC_STEPS, publicState } from "./receipt-words.ts";

/** What whoever holds a letter's code reads of it. Official letters are no request of anybody. */
export const letterReceipts: ReceiptSubject = {
  kind: "letter",
  read: async ({ db }, id) => {
    const [found, steps, ratings] = await db.batch([
      db.select().from(letters).where(eq(letters.id, id)),
      db
        .select({ step: letterSteps.step, at: letterSteps.at })
        .from(letterSteps)
        .where(eq(letterSteps.letterId, id))
        .orderBy(desc(letterSteps.at), sql`rowid DESC`),
      db.select({ id: serviceRatings.id }).from(serviceRatings).where(eq(serviceRatings.letterId, id)),
    ]);
    const [letter] = found;
    return letter && letter.channel !== "office" ? storyOf(letter, steps, ratings.length > 0) : null;
  },
  rate: (ctx, id, rating) => rateLetter(ctx, id, { ...rating, channel: "receipt" }),
};

/** Where a letter stands, as a sentence for whoever asked. */
export function publicStateOf(letter: Pick<LetterRow, "state" | "requirements">): string {
  return publicState(letter).state;
}

function storyOf(
  letter: LetterRow,
  steps: readonly { step: string; at: string }[],
  isRated: boolean,
): ReceiptStory {
  const isOver = letter.state === "handed" || letter.state === "cancelled" || letter.state === "signed";
  return {
    title: letter.title,
    ...publicState(letter),
    askedAt: letter.askedAt,
    promised: isOver ? null : letter.promisedAt,
    steps: steps.flatMap(({ step, at }) => {
      const what = PUBLIC_STEPS[step];
      return what ? [{ what, at }] : [];
    }),
    mayRate: letter.state === "handed" && !isRated,
  };
}
