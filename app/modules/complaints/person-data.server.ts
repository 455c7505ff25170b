import { inArray, type SQL, sql } from "drizzle-orm";
import type { PersonData, PersonId } from "#app/platform/privacy/person-data.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { complaints } from "#db/village/schema/residents.ts";

const MOST = 200;
const WORDS = {
  title: "Pengaduan",
  purpose: "Pengaduan yang dikirim lewat akun warga, dan jawabannya.",
  fate: "Kaitan pengaduan dengan akun warga",
  reason: "Pengaduan dan jawabannya tetap tersimpan tanpa nama.",
};

/** Complaints that a resident sent from his account. */
export const complaintsPersonData: PersonData = {
  subject: "resident",
  read: (ctx, id) =>
    reading(
      [ctx.db.select().from(complaints).where(isHis(id)).limit(MOST), countOf(ctx.db, id)],
      async ([rows, [all]]) => {
        if (rows.length === 0) return [];
        const facts = rows.map(({ createdAt, subject, text, answer }) => ({
          label: formatDateTime(new Date(createdAt), ctx.tenant.timeZone),
          value: [subject, text, answer && `Jawaban: ${answer}`].filter(Boolean).join(". "),
        }));
        const leftOut = Math.max(0, (all?.all ?? 0) - rows.length);
        return [{ title: WORDS.title, purpose: WORDS.purpose, facts, leftOut }];
      },
    ),
  fates: (ctx, id) =>
    reading([countOf(ctx.db, id)], ([[all]]) =>
      all?.all ? [{ what: WORDS.fate, isRemoved: true, reason: WORDS.reason }] : [],
    ),
  remove: async (_ctx, { tx }, id) => {
    const changed = await tx.update(complaints).set({ accountId: null, senderSealed: null }).where(isHis(id));
    return changed.rowsAffected > 0 ? [WORDS.fate] : [];
  },
};

function countOf(db: Parameters<PersonData["read"]>[0]["db"], id: PersonId) {
  return db.select({ all: sql<number>`count(*)` }).from(complaints).where(isHis(id));
}

function isHis(id: PersonId): SQL {
  const resident = typeof id === "string" ? sql`${id}` : id;
  return inArray(
    complaints.accountId,
    sql`(SELECT id FROM resident_accounts WHERE resident_id = ${resident})`,
  );
}
