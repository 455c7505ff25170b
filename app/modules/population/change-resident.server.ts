import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { residents } from "#db/village/schema/population.ts";
import type { NewEvent } from "./append-events.server.ts";
import { atField } from "./event-day-field.ts";
import { EVENT_WORDS } from "./event-words.ts";
import { requireConfirmed } from "./find-doubts.server.ts";
import { placeOf } from "./make-family.server.ts";
import { fieldNames, type Parted, partedValues } from "./parted-values.ts";
import { isMinor } from "./person-rules.ts";
import { carryOut } from "./record-act.server.ts";
import type { ChangeMeta, ResidentInput } from "./resident-form.ts";
import { openResident } from "./resident-values.server.ts";
import { FORM_WORDS, POPULATION_WORDS } from "./words.ts";

type Row = typeof residents.$inferSelect;
type Input = ResidentInput<ChangeMeta>;

/**
 * Writes what a form says otherwise than the record: as a change from a day on, or as a correction of what was wrong all
 * along. Where he lives changes by a move.
 * @throws FieldError at the field that mends it, at `yakin` where entries are doubted and not confirmed
 * @throws ConflictError where somebody else was faster
 */
export async function changeResident(
  ctx: OfficeCtx,
  id: string,
  input: Input,
): Promise<{ fields: string[] }> {
  requirePermission(ctx, "population.write");
  return write(ctx, async (work) => {
    const row = await getRow(work.tx, id);
    if (row.version !== input.versi) throw new ConflictError(EVENT_WORDS.changedMeanwhile);
    const parted = await differences(ctx, row, input);
    const events = await eventsOf(ctx, work.tx, row, input, parted);
    if (events.length === 0) throw new FieldError("", FORM_WORDS.nothingChanged);
    await requireNumbersConfirmed(ctx, work.tx, row, input, parted);
    const fields = [
      ...new Set(
        events.flatMap(({ changes = {}, protectedValues = {} }) => fieldNames({ changes, protectedValues })),
      ),
    ];
    await atField("birthDate" in parted.changes ? "tanggal_lahir" : "happenedOn", () =>
      carryOut(ctx, work, id, {
        action: input.sifat === "perubahan" ? "resident.change" : "resident.correct",
        events,
        familyIds: "familyRole" in parted.changes ? [row.familyId] : [],
        headField: "hubungan",
        details: { name: row.name, fields },
      }),
    );
    return { fields };
  });
}

async function getRow(tx: VillageTx, id: string): Promise<Row> {
  const [row] = await tx.select().from(residents).where(eq(residents.id, id));
  if (!row) throw new NotFoundError(POPULATION_WORDS.gone);
  return row;
}

async function differences(ctx: OfficeCtx, row: Row, input: Input): Promise<Parted> {
  const isChild = isMinor(row.birthDate, dayIn(ctx.tenant.timeZone, ctx.now));
  const before = { ...row, ...(await openResident(ctx.keys, row)) };
  return partedValues(ctx.actor.permissions, input.values, before, isChild);
}

async function eventsOf(
  ctx: OfficeCtx,
  tx: VillageTx,
  row: Row,
  input: Input,
  parted: Parted,
): Promise<NewEvent[]> {
  const isChange = input.sifat === "perubahan";
  if (isChange && input.tanggal === null) throw new FieldError("tanggal", FORM_WORDS.noDate);
  if (isChange && row.birthDate !== null && "birthDate" in parted.changes)
    throw new FieldError("tanggal_lahir", FORM_WORDS.birthIsCorrected);
  if (!isChange && !input.catatan) throw new FieldError("catatan", FORM_WORDS.noNote);
  const day = input.tanggal ?? dayIn(ctx.tenant.timeZone, ctx.now);
  const base = { residentId: row.id, note: input.catatan, happenedOn: day };
  const place = input.wilayah && input.wilayah !== row.areaId ? await placeOf(tx, input.wilayah) : null;
  const changes = place && !isChange ? { ...parted.changes, ...place } : parted.changes;
  const hasFields = Object.keys(changes).length + Object.keys(parted.protectedValues).length > 0;
  const kind = isChange ? "change" : "correction";
  return [
    ...(hasFields ? [{ ...base, kind, changes, protectedValues: parted.protectedValues } as const] : []),
    ...(place && isChange ? [{ ...base, kind: "move_inside", changes: place } as const] : []),
  ];
}

/** Numbers are doubted where they, or what they are held against, change. */
async function requireNumbersConfirmed(
  ctx: OfficeCtx,
  tx: VillageTx,
  row: Row,
  { values, yakin }: Input,
  { changes, protectedValues }: Parted,
): Promise<void> {
  const touches = "nik" in protectedValues || "birthDate" in changes || "sex" in changes;
  if (!touches) return;
  const kept = "nik" in protectedValues ? null : (await openResident(ctx.keys, row, ["nik"])).nik;
  const birthDate = typeof values.birthDate === "string" ? values.birthDate : null;
  const person = { name: String(values.name), birthDate, sex: Number(values.sex), kk: null };
  const nik = protectedValues.nik ?? kept;
  // The page marks what was typed: a number that stays as it was is not in the form.
  const doubted = { ...person, nik };
  const marked = { ...person, nik: typeof values.nik === "string" ? values.nik : null };
  await requireConfirmed(ctx, tx, doubted, { exceptId: row.id, confirmed: yakin, marked });
}
