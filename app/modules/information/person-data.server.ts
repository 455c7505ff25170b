import { desc, eq, ne, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import type { KnownPerson, PersonData, PersonId, PersonKind } from "#app/platform/privacy/person-data.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDate } from "#app/ui/format.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { openApplicant } from "./applicant.server.ts";
import { eraseApplicant } from "./erase-applicant.server.ts";
import { isOpen } from "./request-rules.ts";
import { ERASED_PURPOSE, numberText, type RequestRow } from "./requests.server.ts";
import { PERSON_WORDS, STATE_NAMES } from "./words.ts";

const SUBJECT = "information-applicant";

/**
 * Who asked for information, each request by itself: two of one person can't be told for one. Names are sealed, so that
 * they are found by the number of the request.
 */
export const applicantKind: PersonKind = {
  subject: SUBJECT,
  name: PERSON_WORDS.kind,
  howToCorrect: PERSON_WORDS.howToCorrect,
  find: (ctx, text, limit) => {
    const number = /\d{1,6}/.exec(text)?.[0] ?? null;
    const found = ctx.db
      .select()
      .from(informationRequests)
      .where(number === null ? sql`0` : eq(informationRequests.number, Number(number)))
      .orderBy(desc(informationRequests.year))
      .limit(limit);
    return reading([found], ([rows]) => rows.map(personOf));
  },
  get: (ctx, id) => reading([selectRequest(ctx, id)], ([[row]]) => (row ? personOf(row) : null)),
};

/** What the register holds on them. */
export const applicantData: PersonData = {
  subject: SUBJECT,
  read: (ctx, id) =>
    reading([selectRequest(ctx, id)], async ([[row]]) => {
      if (!row) return [];
      const { name, address, contact, identity } = await openApplicant(ctx, row.applicantSealed);
      const facts = [
        { label: "Nama", value: name },
        { label: "Alamat", value: address },
        { label: "Kontak", value: contact },
        { label: "NIK", value: identity },
        { label: "Informasi yang diminta", value: row.information },
        { label: "Tujuan", value: row.purpose },
        { label: "Diterima", value: formatDate(row.receivedOn) },
        { label: "Keadaan", value: STATE_NAMES[row.state] },
        { label: "Jawaban", value: row.answer },
      ];
      return [
        {
          ...PERSON_WORDS.section,
          facts: facts.flatMap(({ label, value }) => (value ? [{ label, value }] : [])),
        },
      ];
    }),
  fates: (ctx, id) =>
    reading([selectRequest(ctx, id)], ([[row]]) => {
      if (!row) return [];
      const { what, isOpen: open, isOver } = PERSON_WORDS.fate;
      return isOpen(row.state)
        ? [{ what, isRemoved: false, reason: open }]
        : [{ what, isRemoved: true, reason: isOver }];
    }),
  remove: async (ctx, { tx }, id) => {
    const [row] = await tx.select().from(informationRequests).where(eq(informationRequests.id, id));
    if (!row || isOpen(row.state) || row.purpose === ERASED_PURPOSE) return [];
    const known = sql`${eq(informationRequests.id, id)} AND ${ne(informationRequests.purpose, ERASED_PURPOSE)}`;
    await tx
      .update(informationRequests)
      .set(await eraseApplicant(ctx))
      .where(known);
    return [PERSON_WORDS.fate.what];
  },
};

function selectRequest({ db }: Pick<OfficeCtx, "db">, id: PersonId) {
  return db.select().from(informationRequests).where(sql`${informationRequests.id} = ${id}`);
}

function personOf(row: RequestRow): KnownPerson {
  return {
    id: row.id,
    name: `Pemohon informasi ${numberText(row)}`,
    meta: `${STATE_NAMES[row.state]}, diterima ${formatDate(row.receivedOn)}`,
    href: `/kantor/informasi/permohonan/${row.id}`,
  };
}
