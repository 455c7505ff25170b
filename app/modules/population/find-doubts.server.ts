import { and, eq, inArray, ne } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { FieldError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { residents } from "#db/village/schema/population.ts";
import { labelOf } from "./code-lists.ts";
import { nameKeyOf } from "./name-rules.ts";
import { checkKkNumber, checkNik, type NumberDoubt, normaliseNumber } from "./nik-rules.ts";
import { confirmationOf } from "./resident-form.ts";
import { SEALED_RESIDENT_FIELDS } from "./sealed-fields.ts";
import { residentPlace } from "./search-residents.server.ts";
import { DOUBT_WORDS } from "./words.ts";

/** What of a person is held against numbers and against others. */
export interface DoubtedPerson {
  name: string;
  birthDate: string | null;
  sex: number;
  /** Entered now; null where none is, or it stays as it was. */
  nik: string | null;
  /** Number of a card that is made now. */
  kk: string | null;
}

/**
 * What speaks against an entry: numbers that can't be, a NIK that somebody else has, somebody of the same name and birth.
 * @param exceptId the person himself
 */
export async function findDoubts(
  ctx: OfficeCtx,
  tx: VillageTx,
  person: DoubtedPerson,
  exceptId: string | null,
): Promise<NumberDoubt[]> {
  const { birthDate, sex, name } = person;
  const nik = person.nik && normaliseNumber(person.nik);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  return [
    ...(nik ? checkNik(nik, { birthDate, sex }) : []),
    ...(nik ? await takenNik(ctx, tx, nik, exceptId) : []),
    ...(person.kk ? checkKkNumber(normaliseNumber(person.kk), today) : []),
    ...(exceptId === null && birthDate ? await samePerson(tx, name, birthDate) : []),
  ];
}

interface Confirmation {
  exceptId: string | null;
  /** What the second button sent. */
  confirmed: string | undefined;
  /** What the form held where that is less than what is doubted. */
  marked?: DoubtedPerson;
}

/**
 * Doubts warn once: the form comes back with them, and its second button takes the very same entries.
 * @throws FieldError at `yakin`
 */
export async function requireConfirmed(
  ctx: OfficeCtx,
  tx: VillageTx,
  person: DoubtedPerson,
  { exceptId, confirmed, marked = person }: Confirmation,
): Promise<void> {
  if (confirmed === confirmationOf(marked)) return;
  const doubts = await findDoubts(ctx, tx, person, exceptId);
  if (doubts.length > 0) throw new FieldError("yakin", doubts.map(({ sentence }) => sentence).join(" "));
}

const whoColumns = { id: residents.id, name: residents.name, status: residents.status, area: residentPlace };

async function takenNik(
  { keys }: OfficeCtx,
  tx: VillageTx,
  nik: string,
  exceptId: string | null,
): Promise<NumberDoubt[]> {
  const marks = await keys.indexes(SEALED_RESIDENT_FIELDS.nik.field, nik);
  const holders = await tx
    .select(whoColumns)
    .from(residents)
    .where(and(inArray(residents.nikIndex, marks), exceptId ? ne(residents.id, exceptId) : undefined))
    .limit(3);
  return holders.map((holder) => ({ kind: "taken", sentence: DOUBT_WORDS.taken(who(holder)) }));
}

async function samePerson(tx: VillageTx, name: string, birthDate: string): Promise<NumberDoubt[]> {
  const [twin] = await tx
    .select(whoColumns)
    .from(residents)
    .where(
      and(
        inArray(residents.status, [1, 2, 3, 4, 6]),
        eq(residents.nameKey, nameKeyOf(name)),
        eq(residents.birthDate, birthDate),
      ),
    )
    .limit(1);
  return twin ? [{ kind: "same-number", sentence: DOUBT_WORDS.same(who(twin)) }] : [];
}

function who({ name, area, status }: { name: string; area: string | null; status: number }): string {
  const about = [area, status === 1 ? null : labelOf("status", status)?.toLowerCase()].filter(Boolean);
  return about.length > 0 ? `${name} (${about.join(", ")})` : name;
}
