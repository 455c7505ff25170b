import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Keys } from "#app/platform/keys/keys.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { mapReading, type Reading, reading } from "#app/platform/read-together.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { families, residents } from "#db/village/schema/population.ts";
import { areas, villageProfile } from "#db/village/schema/village.ts";
import { labelOf } from "./code-lists.ts";
import { addressLine, areaTextOf, type PersonOnPaper, STATUS } from "./person-rules.ts";
import { FAMILY_NUMBER, SEALED_RESIDENT_FIELDS } from "./sealed-fields.ts";
import { POPULATION_WORDS } from "./words.ts";

type Ctx = Pick<VillageCtx, "keys">;
type Db = VillageDb | VillageTx;

const above = alias(areas, "area_above");
const top = alias(areas, "area_top");
/** Of a resident without an area of his own the card's is meant. */
const AREA = sql`coalesce(${residents.areaId}, ${families.areaId})`;

const paperColumns = {
  resident: residents,
  numberSealed: families.numberSealed,
  familyAddress: families.address,
  steps: {
    // Spelt out: nested columns of left joins alone would make the whole part null.
    kind: sql<string | null>`${areas.kind}`,
    name: sql<string | null>`${areas.name}`,
    aboveKind: sql<string | null>`${above.kind}`,
    aboveName: sql<string | null>`${above.name}`,
    topKind: sql<string | null>`${top.kind}`,
    topName: sql<string | null>`${top.name}`,
  },
  hamletTerm: sql<string>`coalesce((SELECT ${villageProfile.hamletTerm} FROM ${villageProfile} LIMIT 1), 'Dusun')`,
};

/** Query for people as papers name them; finish each row with `toPaper`. */
function selectPapers(db: Db, condition: SQL | undefined) {
  return db
    .select(paperColumns)
    .from(residents)
    .leftJoin(families, eq(families.id, residents.familyId))
    .leftJoin(areas, eq(areas.id, AREA))
    .leftJoin(above, eq(above.id, areas.parentId))
    .leftJoin(top, eq(top.id, above.parentId))
    .where(condition)
    .orderBy(asc(residents.familyRole), asc(residents.birthDate), asc(residents.id));
}

type PaperRow = Awaited<ReturnType<typeof selectPapers>>[number];

/**
 * A person with his identifiers in the clear. Whoever calls has checked the permission and writes the access log.
 * @throws NotFoundError where there is no such resident
 */
export async function readPerson(ctx: Ctx, db: Db, id: string): Promise<PersonOnPaper> {
  const [row] = await selectPapers(db, eq(residents.id, id));
  if (!row) throw new NotFoundError(POPULATION_WORDS.gone);
  return toPaper(ctx.keys, row);
}

/** The same for a page that reads all it shows in one round trip; null where there is no such resident. */
export function personReading(ctx: VillageCtx, id: string | SQL): Reading<Promise<PersonOnPaper | null>> {
  return reading([selectPapers(ctx.db, eq(residents.id, id))], async ([[row]]) =>
    row ? toPaper(ctx.keys, row) : null,
  );
}

/** Everybody who is here of a family card, the head first, then by relation and age. */
export async function readFamily(ctx: Ctx, db: Db, familyId: string): Promise<PersonOnPaper[]> {
  const rows = await selectPapers(db, membersOf(familyId));
  return Promise.all(rows.map((row) => toPaper(ctx.keys, row)));
}

/** The same for a page. */
export function familyReading(ctx: VillageCtx, familyId: string | SQL): Reading<Promise<PersonOnPaper[]>> {
  return mapReading(
    reading([selectPapers(ctx.db, membersOf(familyId))], ([rows]) => rows),
    (rows) => Promise.all(rows.map((row) => toPaper(ctx.keys, row))),
  );
}

function membersOf(familyId: string | SQL) {
  return and(eq(residents.familyId, familyId), eq(residents.status, STATUS.here));
}

async function toPaper(keys: Keys, row: PaperRow): Promise<PersonOnPaper> {
  const { resident, steps, hamletTerm } = row;
  const areaText = areaTextOf(steps, hamletTerm);
  const [nik, kkNumber] = await Promise.all([
    openValue(keys, SEALED_RESIDENT_FIELDS.nik, resident.nikSealed),
    openValue(keys, FAMILY_NUMBER, row.numberSealed),
  ]);
  return {
    id: resident.id,
    name: resident.name,
    nik,
    kkNumber,
    sex: resident.sex === 2 ? 2 : 1,
    sexText: labelOf("sex", resident.sex) ?? "",
    birthPlace: resident.birthPlace,
    birthDate: resident.birthDate,
    religionText: labelOf("religion", resident.religion),
    maritalText: labelOf("maritalStatus", resident.maritalStatus),
    occupationText: labelOf("occupation", resident.occupation),
    educationText: labelOf("education", resident.education),
    citizenshipText: labelOf("citizenship", resident.citizenship),
    bloodTypeText: labelOf("bloodType", resident.bloodType),
    address: addressLine(resident.address ?? row.familyAddress, areaText),
    areaText,
    fatherName: resident.fatherName,
    motherName: resident.motherName,
    familyRole: resident.familyRole,
    familyRoleText: labelOf("familyRole", resident.familyRole),
    status: resident.status,
    statusSince: resident.statusSince,
    familyId: resident.familyId,
    kind: resident.kind,
  };
}
