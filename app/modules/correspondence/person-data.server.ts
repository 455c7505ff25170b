import { count, desc, eq } from "drizzle-orm";
import type { PersonData } from "#app/platform/privacy/person-data.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { dispositions } from "#db/village/schema/letters.ts";
import { PERSON_WORDS } from "./words.ts";

/** The file names the latest of what has no end. */
const MOST = 200;

/** What the correspondence holds on people of the office: what they were told to do and what came of it; it stays. */
export const mailPersonData: PersonData = {
  subject: "account",
  read: ({ db, tenant }, id) =>
    reading(
      [
        db
          .select()
          .from(dispositions)
          .where(eq(dispositions.toAccountId, id))
          .orderBy(desc(dispositions.id))
          .limit(MOST),
        db.select({ all: count() }).from(dispositions).where(eq(dispositions.toAccountId, id)),
      ],
      async ([rows, all]) =>
        rows.length === 0
          ? []
          : [
              {
                ...PERSON_WORDS.given,
                facts: rows.map(({ createdAt, instruction, outcome }) => ({
                  label: formatDateTime(Date.parse(createdAt), tenant.timeZone),
                  value: outcome ? `${instruction}. Hasil: ${outcome}` : instruction,
                })),
                leftOut: Math.max(0, (all[0]?.all ?? 0) - rows.length),
              },
            ],
    ),
  fates: () => reading([], () => [{ ...PERSON_WORDS.fate, isRemoved: false }]),
  remove: async () => [],
};
