import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { NotFoundError } from "#app/platform/errors.ts";
import { type Reading, reading } from "#app/platform/read-together.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { families, residents } from "#db/village/schema/population.ts";
import { ROLE } from "./family-role-rules.ts";
import { STATUS } from "./person-rules.ts";
import { POPULATION_WORDS } from "./words.ts";

/** A member as events need him: nothing protected. */
export interface Member {
  id: string;
  name: string;
  sex: number;
  birthDate: string | null;
  familyId: string | null;
  familyRole: number | null;
  maritalStatus: number | null;
  religion: number | null;
  areaId: string | null;
  hamletId: string | null;
  address: string | null;
  status: number;
  statusSince: string;
  kind: "permanent" | "temporary";
  version: number;
}

const memberColumns = {
  id: residents.id,
  name: residents.name,
  sex: residents.sex,
  birthDate: residents.birthDate,
  familyId: residents.familyId,
  familyRole: residents.familyRole,
  maritalStatus: residents.maritalStatus,
  religion: residents.religion,
  areaId: residents.areaId,
  hamletId: residents.hamletId,
  address: residents.address,
  status: residents.status,
  statusSince: residents.statusSince,
  kind: residents.kind,
  version: residents.version,
};

/** A person with his card and all who are here and on it, the head first. */
export interface Household {
  person: Member;
  family: FamilyStand | null;
  members: Member[];
}

export interface FamilyStand {
  id: string;
  areaId: string | null;
  address: string | null;
  version: number;
}

function selectPerson(db: VillageDb | VillageTx, id: string) {
  return db
    .select({
      ...memberColumns,
      // Spelt out: columns of a left join would make the whole part null.
      cardId: sql<string | null>`${families.id}`,
      cardAreaId: sql<string | null>`${families.areaId}`,
      cardAddress: sql<string | null>`${families.address}`,
      cardVersion: sql<number | null>`${families.version}`,
    })
    .from(residents)
    .leftJoin(families, eq(families.id, residents.familyId))
    .where(eq(residents.id, id));
}

/** Everybody who is here of the card of `familyId`; of a person without card nobody. */
function selectMembers(db: VillageDb | VillageTx, familyId: SQL | string) {
  return db
    .select(memberColumns)
    .from(residents)
    .where(and(sql`${residents.familyId} = ${familyId}`, eq(residents.status, STATUS.here)))
    .orderBy(asc(residents.familyRole), asc(residents.birthDate), asc(residents.id));
}

type PersonRow = Awaited<ReturnType<typeof selectPerson>>[number];

function householdOf(row: PersonRow | undefined, members: Member[]): Household {
  if (!row) throw new NotFoundError(POPULATION_WORDS.gone);
  const { cardId, cardAreaId, cardAddress, cardVersion, ...person } = row;
  const family = cardId
    ? { id: cardId, areaId: cardAreaId, address: cardAddress, version: cardVersion ?? 1 }
    : null;
  return { person, family, members };
}

/** A person's household for a page. `finish` throws NotFoundError where there is no such person. */
export function householdReading(db: VillageDb, id: string): Reading<Household> {
  const familyId = sql`(SELECT own.family_id FROM ${residents} own WHERE own.id = ${id})`;
  return reading([selectPerson(db, id), selectMembers(db, familyId)], ([[row], members]) =>
    householdOf(row, members),
  );
}

/** The same inside a transaction. @throws NotFoundError */
export async function getHousehold(tx: VillageTx, id: string): Promise<Household> {
  const [row] = await selectPerson(tx, id);
  const members = row?.familyId ? await selectMembers(tx, row.familyId) : [];
  return householdOf(row, members);
}

/** The head among the members who are here. */
export function headOf(members: readonly Member[]): Member | null {
  return members.find(({ familyRole }) => familyRole === ROLE.head) ?? null;
}
