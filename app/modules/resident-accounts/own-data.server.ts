import { eq, sql } from "drizzle-orm";
import type { ResidentCtx } from "#app/context.ts";
import { labelOf } from "#app/modules/population/code-lists.ts";
import { familyReading, personReading } from "#app/modules/population/read-person.server.ts";
import { SEALED_RESIDENT_FIELDS } from "#app/modules/population/sealed-fields.ts";
import { POPULATION_WORDS } from "#app/modules/population/words.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { formatDate } from "#app/ui/format.ts";
import { residents } from "#db/village/schema/population.ts";
import { CORRECTABLE } from "./correction-rules.ts";
import { openProposed, selectOwnProposals } from "./corrections.server.ts";

/** What the register says of a resident and his card, for himself; the opening is logged by the route. */
export async function loadOwnData(ctx: ResidentCtx) {
  const { residentId } = ctx.resident;
  const read = await readTogether(ctx.db, {
    person: personReading(ctx, residentId),
    family: familyReading(ctx, sql`(SELECT family_id FROM residents WHERE id = ${residentId})`),
    row: reading([selectRest(ctx)], ([[found]]) => found),
    proposals: reading([selectOwnProposals(ctx.db, residentId)], ([rows]) => rows),
  });
  const { row, proposals } = read;
  const [person, family] = await Promise.all([read.person, read.family]);
  if (!person) throw new NotFoundError(POPULATION_WORDS.gone);
  const phone = await openValue(ctx.keys, SEALED_RESIDENT_FIELDS.phone, row?.phoneSealed ?? null);
  const day = (text: string | null) => text && formatDate(text);
  const texts: Record<string, string | null | undefined> = {
    name: person.name,
    birthPlace: person.birthPlace,
    religion: person.religionText,
    education: person.educationText,
    occupation: person.occupationText,
    maritalStatus: person.maritalText,
    bloodType: person.bloodTypeText ?? labelOf("bloodType", row?.bloodType),
    fatherName: person.fatherName,
    motherName: person.motherName,
    address: row?.address ?? person.address,
    phone,
  };
  return {
    fixed: [
      { label: "NIK", value: person.nik },
      { label: "Nomor Kartu Keluarga", value: person.kkNumber },
      { label: "Tanggal lahir", value: day(person.birthDate) },
      { label: "Jenis kelamin", value: person.sexText },
      { label: "Wilayah", value: person.areaText },
    ],
    fields: CORRECTABLE.map(({ key, label }) => ({ key, label, value: texts[key] ?? null })),
    family: family.map(({ id, name, familyRoleText, birthDate }) => ({
      id,
      name,
      role: familyRoleText,
      born: day(birthDate),
    })),
    proposals: await Promise.all(
      proposals.map(async (each) => {
        const { text, label } = await openProposed(ctx, each);
        return { id: each.id, label, text, state: each.state, answer: each.answer, at: each.createdAt };
      }),
    ),
  };
}

/** What papers don't name. */
function selectRest({ db, resident }: ResidentCtx) {
  const { phoneSealed, bloodType, address } = residents;
  return db
    .select({ phoneSealed, bloodType, address })
    .from(residents)
    .where(eq(residents.id, resident.residentId));
}
