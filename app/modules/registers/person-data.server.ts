import { eq } from "drizzle-orm";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import type { PersonData } from "#app/platform/privacy/person-data.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDate } from "#app/ui/format.ts";
import { positionTerms } from "#db/village/schema/accounts.ts";
import { officialRecords } from "#db/village/schema/registers.ts";
import { OFFICIAL_NIP } from "./sealed-fields.ts";
import { PERSON_WORDS } from "./words.ts";

/** What A.4 holds on people of the office besides their terms; it stays. */
export const registersPersonData: PersonData = {
  subject: "account",
  read: ({ db, keys }, id) =>
    reading(
      [
        db
          .select({ record: officialRecords })
          .from(officialRecords)
          .innerJoin(positionTerms, eq(positionTerms.id, officialRecords.termId))
          .where(eq(positionTerms.accountId, id)),
      ],
      async ([rows]) => {
        const facts = await Promise.all(
          rows.map(async ({ record }) => [
            {
              label: "Pengangkatan",
              value: [record.appointedNumber, formatDate(record.appointedOn)].filter(Boolean).join(", "),
            },
            { label: "NIAP", value: record.niap },
            { label: "NIP", value: await openValue(keys, OFFICIAL_NIP, record.nipSealed) },
            { label: "Tempat lahir", value: record.birthPlace },
            { label: "Tanggal lahir", value: record.birthDate && formatDate(record.birthDate) },
            { label: "Pangkat, golongan", value: record.rank },
          ]),
        );
        const known = facts.flat().flatMap(({ label, value }) => (value ? [{ label, value }] : []));
        return known.length > 0 ? [{ ...PERSON_WORDS.officials, facts: known }] : [];
      },
    ),
  fates: () => reading([], () => [{ ...PERSON_WORDS.fate, isRemoved: false }]),
  remove: async () => [],
};
