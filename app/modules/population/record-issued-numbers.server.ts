import { and, eq, inArray, ne } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import type { Day } from "#app/platform/clock.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { Write } from "#app/platform/write.ts";
import { residents } from "#db/village/schema/population.ts";
import { normaliseNumber, sayDoubt } from "./nik-rules.ts";
import { carryOut } from "./record-act.server.ts";
import { openResident } from "./resident-values.server.ts";
import { SEALED_RESIDENT_FIELDS } from "./sealed-fields.ts";
import { POPULATION_WORDS } from "./words.ts";

/** What Dukcapil issued for a resident; null: nothing of the kind. */
export interface IssuedNumbers {
  nik: string | null;
  birthCertificate: string | null;
  happenedOn: Day;
  note: string;
}

export type IssuedOutcome =
  /** Somebody else has the NIK: nothing is written. */
  | { taken: string }
  /** Names of the fields that now say something else, and what speaks against the NIK. */
  | { fields: ("nik" | "birthCertificate")[]; doubt: string | null };

/**
 * Writes numbers that Dukcapil issued into the register, as a change from that day on, inside the transaction of whoever
 * learnt of them.
 */
export async function recordIssuedNumbers(
  ctx: OfficeCtx,
  work: Write,
  residentId: string,
  issued: IssuedNumbers,
): Promise<IssuedOutcome> {
  requirePermission(ctx, "population.write");
  const [row] = await work.tx.select().from(residents).where(eq(residents.id, residentId));
  if (!row) throw new NotFoundError(POPULATION_WORDS.gone);
  const before = await openResident(ctx.keys, row, ["nik", "birthCertificate"]);
  const nik = issued.nik && normaliseNumber(issued.nik);
  const holder = nik && nik !== before.nik ? await findHolder(ctx, work, nik, residentId) : null;
  if (holder) return { taken: holder };
  const protectedValues = {
    ...(nik && nik !== before.nik ? { nik } : {}),
    ...(issued.birthCertificate && issued.birthCertificate !== before.birthCertificate
      ? { birthCertificate: issued.birthCertificate }
      : {}),
  };
  const fields = Object.keys(protectedValues) as ("nik" | "birthCertificate")[];
  if (fields.length === 0) return { fields, doubt: null };
  const { happenedOn, note } = issued;
  await carryOut(ctx, work, residentId, {
    action: "resident.change",
    events: [{ residentId, kind: "change", happenedOn, protectedValues, note }],
    familyIds: [],
    headField: "nik",
    details: { name: row.name, fields },
  });
  return { fields, doubt: fields.includes("nik") ? sayDoubt(nik, row) : null };
}

async function findHolder(
  { keys }: OfficeCtx,
  { tx }: Write,
  nik: string,
  exceptId: string,
): Promise<string | null> {
  const marks = await keys.indexes(SEALED_RESIDENT_FIELDS.nik.field, nik);
  const [holder] = await tx
    .select({ name: residents.name })
    .from(residents)
    .where(and(inArray(residents.nikIndex, marks), ne(residents.id, exceptId)))
    .limit(1);
  return holder?.name ?? null;
}
