import { count, desc, type SQL, sql } from "drizzle-orm";
import type { PersonData, PersonId } from "#app/platform/privacy/person-data.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { dukcapilForms } from "#db/village/schema/services.ts";
import { openContent, openResults, requireSheet } from "./forms.server.ts";
import { FORM_STATE_WORDS, PERSON_WORDS, RESULT_WORDS } from "./words.ts";

/** The file names the latest of what has no end. */
const MOST = 50;

/** What sheets to Dukcapil hold on residents: they go by themselves when their time is over. */
export const dukcapilPersonData: PersonData = {
  subject: "resident",
  read: (ctx, id) =>
    reading(
      [
        ctx.db.select().from(dukcapilForms).where(isHis(id)).orderBy(desc(dukcapilForms.id)).limit(MOST),
        ctx.db.select({ all: count() }).from(dukcapilForms).where(isHis(id)),
      ],
      async ([rows, [all]]) => {
        const facts = await Promise.all(
          rows.map(async (row) => {
            const results = Object.entries(await openResults(ctx, row)).map(
              ([key, value]) => `${RESULT_WORDS[key as keyof typeof RESULT_WORDS].label} ${value}`,
            );
            const said = Object.values(await openContent(ctx, row)).flatMap((part) =>
              part.flatMap(Object.values),
            );
            return {
              label: formatDateTime(new Date(row.createdAt), ctx.tenant.timeZone),
              value: [
                `${row.form} ${requireSheet(row).title}`,
                FORM_STATE_WORDS[row.state].label,
                ...results,
                `Isi: ${said.join("; ")}`,
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
    reading([ctx.db.select({ all: count() }).from(dukcapilForms).where(isHis(id))], ([[all]]) =>
      all?.all ? [{ ...PERSON_WORDS.fate, isRemoved: false }] : [],
    ),
  remove: async () => [],
};

function isHis(id: PersonId): SQL {
  const given = typeof id === "string" ? sql`${id}` : id;
  return sql`${dukcapilForms.residentId} = ${given}`;
}
