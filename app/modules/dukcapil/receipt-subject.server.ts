import { eq } from "drizzle-orm";
import type { ReceiptStory, ReceiptSubject } from "#app/platform/receipt-subject.ts";
import { dukcapilForms } from "#db/village/schema/services.ts";
import { type FormRow, requireSheet, selectJourneys } from "./forms.server.ts";
import { RECEIPT_WORDS } from "./words.ts";

/** What whoever holds the code of a sheet reads of it: where it lies since when, no name and nothing that Dukcapil or the office wrote. */
export const dukcapilReceipts: ReceiptSubject = {
  kind: "dukcapil",
  read: async ({ db }, id) => {
    const [[row], journeys] = await db.batch([
      db.select().from(dukcapilForms).where(eq(dukcapilForms.id, id)),
      selectJourneys(db, id),
    ]);
    return row ? storyOf(row, journeys) : null;
  },
};

type Journey = Pick<Awaited<ReturnType<typeof selectJourneys>>[number], "sentOn" | "outcome" | "outcomeOn">;

function storyOf(row: FormRow, journeys: readonly Journey[]): ReceiptStory {
  const { collected, finished, returned, sent, made } = RECEIPT_WORDS.steps;
  const travelled = journeys.flatMap(({ sentOn, outcome, outcomeOn }) => [
    ...(outcome && outcomeOn ? [{ what: outcome === "finished" ? finished : returned, at: outcomeOn }] : []),
    ...(sentOn ? [{ what: sent, at: sentOn }] : []),
  ]);
  return {
    title: requireSheet(row).title,
    ...RECEIPT_WORDS.states[row.state],
    askedAt: row.createdAt,
    promised: null,
    steps: [
      ...(row.collectedOn ? [{ what: collected, at: row.collectedOn }] : []),
      ...travelled,
      { what: made, at: row.createdAt },
    ],
    mayRate: false,
  };
}
