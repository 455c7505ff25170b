import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { dayIn, timeIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { openValue, sealValue } from "#app/platform/keys/sealed-field.ts";
import type { Write } from "#app/platform/write.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { permitPlaces, permitSteps, permits } from "#db/village/schema/services.ts";
import {
  isPlaceKind,
  isPossible,
  OCCUPYING,
  type PermitAction,
  type PermitKind,
  type Span,
} from "./permit-rules.ts";
import { APPLICANT } from "./sealed-fields.ts";
import { PERMIT_WORDS, STATE_WORDS } from "./words.ts";

export type PermitRow = typeof permits.$inferSelect;
export type PlaceRow = typeof permitPlaces.$inferSelect;

/** What is held of who asked, besides his name. */
export interface Applicant {
  nik: string | null;
  address: string | null;
  phone: string | null;
}

/** @throws NotFoundError where the village has no such permit */
export async function getPermit(db: VillageDb | VillageTx, id: string): Promise<PermitRow> {
  const [row] = await db.select().from(permits).where(eq(permits.id, id));
  if (!row) throw new NotFoundError(PERMIT_WORDS.gone);
  return row;
}

/**
 * A permit as its page's person saw it, as far as the action is possible.
 * @throws ConflictError where it was changed since, or is past it
 */
export async function getPermitFor(
  tx: VillageTx,
  id: string,
  { version, action }: { version?: number; action: PermitAction },
): Promise<PermitRow> {
  const row = await getPermit(tx, id);
  if (!isPossible(action, row)) throw new ConflictError(PERMIT_WORDS.notNow(STATE_WORDS[row.state].label));
  if (version !== undefined && row.version !== version) throw new ConflictError(PERMIT_WORDS.stale);
  return row;
}

/** The first permit that holds a place in a span; null where it is free. */
export async function findClash(
  db: VillageDb | VillageTx,
  placeId: string | null,
  span: Span,
  exceptId: string,
): Promise<PermitRow | null> {
  if (!placeId) return null;
  const [row] = await selectClashes(db, placeId, span, exceptId).limit(1);
  return row ?? null;
}

/** Query for granted permits that share a moment with a span at a place: `overlaps` in SQL. */
export function selectClashes(db: VillageDb | VillageTx, placeId: string, span: Span, exceptId: string) {
  return db
    .select()
    .from(permits)
    .where(
      and(
        eq(permits.placeId, placeId),
        inArray(permits.state, [...OCCUPYING]),
        ne(permits.id, exceptId),
        sql`${permits.fromAt} < ${span.untilAt} AND ${span.fromAt} < ${permits.untilAt}`,
      ),
    )
    .orderBy(permits.fromAt);
}

/**
 * The place that a kind of permit needs; null for kinds without one.
 * @throws FieldError at `tempat` or `lokasi`
 */
export async function requirePlace(
  tx: VillageTx,
  kind: PermitKind,
  { tempat, lokasi }: { tempat: string | null; lokasi: string | null },
): Promise<PlaceRow | null> {
  if (!isPlaceKind(kind)) {
    if (!lokasi) throw new FieldError("lokasi", PERMIT_WORDS.locationMissing);
    return null;
  }
  if (!tempat) throw new FieldError("tempat", PERMIT_WORDS.placeMissing);
  const [place] = await tx.select().from(permitPlaces).where(eq(permitPlaces.id, tempat));
  if (!place?.isOn || place.kind !== kind) throw new FieldError("tempat", PERMIT_WORDS.placeOther);
  return place;
}

export async function openApplicant({ keys }: Pick<VillageCtx, "keys">, row: PermitRow): Promise<Applicant> {
  return JSON.parse((await openValue(keys, APPLICANT, row.applicantSealed)) ?? "{}");
}

export async function sealApplicant({ keys }: OfficeCtx, applicant: Applicant): Promise<string> {
  return (await sealValue(keys, APPLICANT, JSON.stringify(applicant))).sealed ?? "";
}

export interface Step {
  step: string;
  note?: string | null;
  /** What the audit log says besides number and kind. */
  details?: Record<string, unknown>;
}

/** Changes a permit, writes the step into its history and the audit log. */
export async function takeStep(
  ctx: OfficeCtx,
  { tx, audit }: Write,
  row: PermitRow,
  change: Partial<typeof permits.$inferInsert>,
  { step, note = null, details = {} }: Step,
): Promise<void> {
  const at = ctx.now.toISOString();
  await tx
    .update(permits)
    .set({ ...change, version: row.version + 1, updatedAt: at })
    .where(eq(permits.id, row.id));
  await writeStep(ctx, tx, row.id, step, note);
  await audit({
    action: `permit.${step}`,
    entity: "permit",
    entityId: row.id,
    details: { ...permitFacts(row), ...details },
  });
}

export async function writeStep(
  ctx: OfficeCtx,
  tx: VillageTx,
  permitId: string,
  step: string,
  note: string | null,
): Promise<void> {
  const at = ctx.now.toISOString();
  await tx
    .insert(permitSteps)
    .values({ id: newId(ctx.now), permitId, step, note, byName: ctx.actor.name, at });
}

/** Short and without identifiers, for the audit log. */
export function permitFacts({ year, number, kind }: Pick<PermitRow, "year" | "number" | "kind">) {
  return { tahun: year, nomor: number, jenis: kind };
}

/** Today by the village's own zone. */
export function todayOf({ tenant, now }: Pick<OfficeCtx, "tenant" | "now">): string {
  return dayIn(tenant.timeZone, now);
}

/** The present moment as permits write theirs. */
export function momentOf({ tenant, now }: Pick<OfficeCtx, "tenant" | "now">): string {
  return `${dayIn(tenant.timeZone, now)}T${timeIn(tenant.timeZone, now).replace(".", ":").slice(0, 5)}`;
}
