import { and, eq, inArray, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { labelOf } from "#app/modules/population/code-lists.ts";
import { HEAD_ROLE, type PersonOnPaper } from "#app/modules/population/person-rules.ts";
import { readFamily, readPerson } from "#app/modules/population/read-person.server.ts";
import { openResident } from "#app/modules/population/resident-values.server.ts";
import type { VillageTx } from "#db/open.ts";
import { residentEvents, residents } from "#db/village/schema/population.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import type { SheetFacts } from "./sheet-rules.ts";

type EventRow = typeof residentEvents.$inferSelect;
type Flat = Record<string, string>;
const EMPTY: Flat = {};

/** What the register says for a person's sheet: himself, his card, his parents on it, and what happened. */
export async function readFacts(
  ctx: OfficeCtx,
  tx: VillageTx,
  residentId: string,
  event: EventRow | null,
): Promise<SheetFacts> {
  const person = await readPerson(ctx, tx, residentId);
  const members = person.familyId ? await readFamily(ctx, tx, person.familyId) : [];
  const movers = event?.kind === "move_out" ? await readMovers(ctx, tx, event.actId) : [];
  const sealedOf = await readSealed(ctx, tx, [person, ...members, ...movers]);
  const flat = (each: PersonOnPaper | undefined) => (each ? flatPerson(each, sealedOf.get(each.id)) : EMPTY);
  const named = (name: string | null, sex: number) =>
    name ? members.find((each) => each.name === name && each.sex === sex) : undefined;
  const parentOf = (name: string | null, sex: number): Flat => ({
    ...(name ? { name } : {}),
    ...flat(named(name, sex)),
  });
  const own = flat(person);
  return {
    groups: {
      person: own,
      head: flat(members.find(({ familyRole }) => familyRole === HEAD_ROLE)),
      father: { ...nikOnly(own.fatherNik), ...parentOf(person.fatherName, 1) },
      mother: { ...nikOnly(own.motherNik), ...parentOf(person.motherName, 2) },
      event: event ? flatEvent(event) : EMPTY,
      village: await readVillage(tx),
    },
    lists: {
      members: (members.length > 0 ? members : [person]).map(flat),
      movers: (movers.length > 0 ? movers : [person]).map(flat),
    },
  };
}

const nikOnly = (nik: string | undefined): Flat => (nik ? { nik } : EMPTY);

async function readMovers(ctx: OfficeCtx, tx: VillageTx, actId: string): Promise<PersonOnPaper[]> {
  const rows = await tx
    .select({ id: residentEvents.residentId })
    .from(residentEvents)
    .where(
      and(
        eq(residentEvents.actId, actId),
        eq(residentEvents.kind, "move_out"),
        isNull(residentEvents.cancelledAt),
      ),
    );
  return Promise.all(rows.map(({ id }) => readPerson(ctx, tx, id)));
}

/** Numbers and days of certificates, which papers of the village don't print. */
async function readSealed(ctx: OfficeCtx, tx: VillageTx, people: readonly PersonOnPaper[]) {
  const ids = [...new Set(people.map(({ id }) => id))];
  const rows = await tx.select().from(residents).where(inArray(residents.id, ids));
  const opened = await Promise.all(
    rows.map(async (row): Promise<[string, Flat]> => {
      const { birthCertificate, marriageCertificate, divorceCertificate, passport, fatherNik, motherNik } =
        await openResident(ctx.keys, row);
      const { marriedOn, divorcedOn } = row;
      const numbers = {
        birthCertificate,
        marriageCertificate,
        divorceCertificate,
        passport,
        fatherNik,
        motherNik,
      };
      return [row.id, known({ ...numbers, marriedOn, divorcedOn })];
    }),
  );
  return new Map(opened);
}

function flatPerson(person: PersonOnPaper, sealed: Flat = EMPTY): Flat {
  const { name, nik, kkNumber, sexText, birthPlace, birthDate, address, fatherName, motherName } = person;
  return {
    ...known({
      name,
      nik,
      kk: kkNumber,
      sex: sexText,
      birthPlace,
      birthDate,
      address,
      fatherName,
      motherName,
    }),
    ...known({
      religion: person.religionText,
      marital: person.maritalText,
      occupation: person.occupationText,
      education: person.educationText,
      citizenship: person.citizenshipText,
      bloodType: person.bloodTypeText,
      familyRole: person.familyRoleText,
    }),
    ...sealed,
  };
}

function flatEvent({ happenedOn, details }: EventRow): Flat {
  const text = (key: string) => (typeof details[key] === "string" ? String(details[key]) : null);
  const code = (key: string) => (typeof details[key] === "number" ? Number(details[key]) : null);
  return known({
    day: text("trueDay") ?? happenedOn,
    reporter: text("reporter"),
    reporterRelation: text("reporterRelation"),
    place: text("place"),
    destination: text("destination"),
    reason: text("reason"),
    site: labelOf("birthSite", code("site")),
    birthKind: labelOf("birthKind", code("birthKind")),
    helper: labelOf("birthHelper", code("helper")),
    cause: labelOf("deathCause", code("cause")),
    witness: labelOf("deathWitness", code("witness")),
    reach: labelOf("moveReach", code("reach")),
  });
}

async function readVillage(tx: VillageTx): Promise<Flat> {
  const [row] = await tx.select().from(villageProfile);
  if (!row) return EMPTY;
  return known({
    name: row.name,
    district: row.districtName,
    regency: row.regencyName,
    province: row.provinceName,
    postalCode: row.postalCode,
  });
}

function known(values: Record<string, string | null | undefined>): Flat {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
