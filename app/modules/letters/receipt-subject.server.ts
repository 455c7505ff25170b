import { desc, eq, sql } from "drizzle-orm";
import { type Reading, reading, readTogether } from "#app/platform/read-together.ts";
import type { ReceiptStory, ReceiptSubject } from "#app/platform/receipt-subject.ts";
import type { VillageDb } from "#db/open.ts";
import { letterSteps } from "#db/village/schema/letters.ts";
import { serviceRatings } from "#db/village/schema/residents.ts";
import { type LetterRow, selectLetter } from "./queries.server.ts";
import { rateLetter } from "./rate-letter.server.ts";
import { PUBLIC_STEPS, publicState } from "./receipt-words.ts";

/** What whoever holds a letter's code reads of it. Official letters are no request of anybody. */
export const letterReceipts: ReceiptSubject = {
  kind: "letter",
  read: async ({ db }, id) => {
    const { letter, story } = await readTogether(db, {
      letter: reading([selectLetter(db, id)], ([[found]]) => found),
      story: storyReading(db, id),
    });
    return letter && letter.channel !== "office" ? story(letter) : null;
  },
  rate: (ctx, id, rating) => rateLetter(ctx, id, { ...rating, channel: "receipt" }),
};

/** What became of a letter, for a page that reads the letter too and tells its story. */
export function storyReading(db: VillageDb, id: string): Reading<(letter: LetterRow) => ReceiptStory> {
  return reading(
    [
      db
        .select({ step: letterSteps.step, at: letterSteps.at })
        .from(letterSteps)
        .where(eq(letterSteps.letterId, id))
        .orderBy(desc(letterSteps.at), sql`rowid DESC`),
      db.select({ id: serviceRatings.id }).from(serviceRatings).where(eq(serviceRatings.letterId, id)),
    ],
    ([steps, ratings]) =>
      (letter) =>
        storyOf(letter, steps, ratings.length > 0),
  );
}

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
