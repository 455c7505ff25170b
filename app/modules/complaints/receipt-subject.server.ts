import { desc, eq, sql } from "drizzle-orm";
import type { ReceiptSubject } from "#app/platform/receipt-subject.ts";
import { complaintSteps, complaints } from "#db/village/schema/residents.ts";
import { isWaiting } from "./complaint-rules.ts";
import { STATE_WORDS, STEP_WORDS } from "./words.ts";

const TONES = { waiting: "info", neutral: "success", good: "success", bad: "warning" } as const;

/** What whoever holds a complaint's code reads: its steps, and the answer, which names nobody. */
export const complaintReceipts: ReceiptSubject = {
  kind: "complaint",
  read: async ({ db }, id) => {
    const [[row], steps] = await db.batch([
      db.select().from(complaints).where(eq(complaints.id, id)),
      db
        .select({ step: complaintSteps.step, at: complaintSteps.at })
        .from(complaintSteps)
        .where(eq(complaintSteps.complaintId, id))
        .orderBy(desc(complaintSteps.at), sql`rowid DESC`),
    ]);
    if (!row) return null;
    const { told, tone } = STATE_WORDS[row.state];
    return {
      title: `Pengaduan nomor ${row.number}/${row.year}`,
      state: told,
      tone: TONES[tone],
      askedAt: row.createdAt,
      promised: isWaiting(row.state) ? row.dueOn : null,
      answer: row.answer,
      steps: steps.map(({ step, at }) => ({ what: STEP_WORDS[step] ?? step, at })),
      mayRate: false,
    };
  },
};
