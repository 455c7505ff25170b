import { count, desc, type SQL, sql } from "drizzle-orm";
import type { PersonData, PersonId } from "#app/platform/privacy/person-data.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { permits } from "#db/village/schema/services.ts";
import { openApplicant } from "./permits.server.ts";
import { KIND_WORDS, PERSON_WORDS, STATE_WORDS, spanText } from "./words.ts";

/** The file names the latest of what has no end. */
const MOST = 100;

/** What permits hold on residents: the village's decisions, which stay. */
export const permitPersonData: PersonData = {
  subject: "resident",
  read: (ctx, id) =>
    reading(
      [
        ctx.db.select().from(permits).where(isHis(id)).orderBy(desc(permits.id)).limit(MOST),
        ctx.db.select({ all: count() }).from(permits).where(isHis(id)),
      ],
      async ([rows, [all]]) => {
        const facts = await Promise.all(
          rows.map(async (row) => {
            const { nik, address, phone } = await openApplicant(ctx, row);
            return {
              label: formatDateTime(new Date(row.createdAt), ctx.tenant.timeZone),
              value: [
                KIND_WORDS[row.kind].name,
                row.purpose,
                spanText(row),
                STATE_WORDS[row.state].label,
                ...[nik, address, phone].filter(Boolean),
              ].join(", "),
            };
          }),
        );
        if (facts.length === 0) return [];
        const leftOut = Math.max(0, (all?.all ?? 0) - facts.length);
        return [{ title: PERSON_WORDS.title, purpose: PERSON_WORDS.purpose, facts, leftOut }];
      },
    ),
  fates: (ctx, id) =>
    reading([ctx.db.select({ all: count() }).from(permits).where(isHis(id))], ([[all]]) =>
      all?.all ? [{ ...PERSON_WORDS.fate, isRemoved: false }] : [],
    ),
  remove: async () => [],
};

function isHis(id: PersonId): SQL {
  const given = typeof id === "string" ? sql`${id}` : id;
  return sql`${permits.residentId} = ${given}`;
}
