import { desc, eq, or, type SQL, sql } from "drizzle-orm";
import type { PersonData, PersonId } from "#app/platform/privacy/person-data.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { letters } from "#db/village/schema/letters.ts";
import { STATE_WORDS } from "./chain-words.ts";
import { openContent } from "./queries.server.ts";

/** The file names the latest of what has no end. */
const MOST = 200;

const WORDS = {
  title: "Surat",
  purpose: "Surat yang diminta orangnya, atau dibuat tentang dirinya.",
  fate: {
    what: "Surat yang pernah diminta atau dibuat tentang dirinya",
    reason: "Arsip desa: siapa pun yang memegang suratnya harus dapat memeriksanya.",
  },
};

/** What letters hold on residents: they are the village's archive and stay. */
export const lettersPersonData: PersonData = {
  subject: "resident",
  read: (ctx, id) =>
    reading(
      [
        ctx.db.select().from(letters).where(isHis(id)).orderBy(desc(letters.askedAt)).limit(MOST),
        ctx.db.select({ all: sql<number>`count(*)` }).from(letters).where(isHis(id)),
      ],
      async ([rows, [count]]) => {
        const facts = await Promise.all(
          rows.map(async (row) => {
            const { fields } = await openContent(ctx, row);
            const purpose = typeof fields.keperluan === "string" ? fields.keperluan : null;
            const state = STATE_WORDS[row.state === "ready" ? "draft" : row.state].label;
            return {
              label: row.letterDate
                ? formatDate(row.letterDate)
                : formatDateTime(new Date(row.askedAt), ctx.tenant.timeZone),
              value: [row.title, row.numberText, purpose, state].filter(Boolean).join(", "),
            };
          }),
        );
        if (facts.length === 0) return [];
        const leftOut = Math.max(0, (count?.all ?? 0) - facts.length);
        return [{ title: WORDS.title, purpose: WORDS.purpose, facts, leftOut }];
      },
    ),
  fates: (ctx, id) =>
    reading([ctx.db.select({ all: sql<number>`count(*)` }).from(letters).where(isHis(id))], ([[count]]) =>
      count?.all ? [{ ...WORDS.fate, isRemoved: false }] : [],
    ),
  remove: async () => [],
};

function isHis(id: PersonId): SQL | undefined {
  const given = typeof id === "string" ? sql`${id}` : id;
  return or(eq(letters.residentId, given), eq(letters.subjectId, given));
}
