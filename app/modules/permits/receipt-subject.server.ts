import { desc, eq, sql } from "drizzle-orm";
import type { ReceiptStory, ReceiptSubject } from "#app/platform/receipt-subject.ts";
import { permitSteps, permits } from "#db/village/schema/services.ts";
import type { PermitState } from "./permit-rules.ts";
import { KIND_WORDS, STEP_WORDS } from "./words.ts";

/** What whoever holds a permit's code reads of it: steps and days, no name and nothing that somebody wrote. */
export const permitReceipts: ReceiptSubject = {
  kind: "permit",
  read: async ({ db }, id) => {
    const [[permit], steps] = await db.batch([
      db.select().from(permits).where(eq(permits.id, id)),
      db
        .select({ step: permitSteps.step, at: permitSteps.at })
        .from(permitSteps)
        .where(eq(permitSteps.permitId, id))
        .orderBy(desc(permitSteps.at), sql`rowid DESC`),
    ]);
    if (!permit) return null;
    return {
      title: KIND_WORDS[permit.kind].name,
      ...PUBLIC_STATES[permit.state],
      askedAt: permit.createdAt,
      promised: null,
      steps: steps.flatMap(({ step, at }) => (STEP_WORDS[step] ? [{ what: STEP_WORDS[step], at }] : [])),
      mayRate: false,
    };
  },
};

const PUBLIC_STATES: Record<PermitState, Pick<ReceiptStory, "state" | "tone">> = {
  asked: { state: "Permohonan Anda menunggu keputusan Kepala Desa.", tone: "info" },
  granted: { state: "Permohonan Anda disetujui. Ambil suratnya di kantor desa.", tone: "success" },
  refused: { state: "Permohonan Anda ditolak. Tanyakan alasannya di kantor desa.", tone: "danger" },
  "in-use": { state: "Tempatnya sedang Anda pakai.", tone: "success" },
  returned: { state: "Tempatnya sudah kembali. Ambil jaminan Anda di kantor desa.", tone: "warning" },
  closed: { state: "Selesai.", tone: "success" },
  cancelled: { state: "Permohonan ini dibatalkan.", tone: "warning" },
  "handed-over": { state: "Rekomendasi desa sudah diserahkan dan menunggu jawaban.", tone: "info" },
  answered: { state: "Jawabannya sudah ada di kantor desa.", tone: "success" },
};
