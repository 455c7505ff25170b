import { and, eq } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { type Day, dayIn } from "#app/platform/clock.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { openValue, sealValue } from "#app/platform/keys/sealed-field.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { complaintSteps, complaints } from "#db/village/schema/residents.ts";
import { settings } from "#db/village/schema/village.ts";
import { type ComplaintAction, DEFAULT_DAYS, MAX_DAYS, refuseAction } from "./complaint-rules.ts";
import { COMPLAINT_SENDER } from "./sealed-fields.ts";
import { COMPLAINT_WORDS, refusalSentence } from "./words.ts";

export type ComplaintRow = typeof complaints.$inferSelect;
type Db = VillageDb | VillageTx;

/** Working days until an answer is due, as the village set them. */
export const DAYS_SETTING = "complaints.days";

/** Who complains without an account. */
export interface Sender {
  name: string;
  phone: string | null;
}

export function todayOf({ tenant, now }: Pick<VillageCtx, "tenant" | "now">): Day {
  return dayIn(tenant.timeZone, now);
}

/** Query for the setting; `daysOf` reads it. */
export function selectDays(db: Db) {
  return db.select({ value: settings.value }).from(settings).where(eq(settings.key, DAYS_SETTING));
}

export function daysOf([row]: readonly { value: unknown }[]): number {
  const days = Number(row?.value);
  return Number.isInteger(days) && days >= 1 && days <= MAX_DAYS ? days : DEFAULT_DAYS;
}

/** The complaint that was found, or 404. */
export function onlyComplaint([row]: readonly ComplaintRow[]): ComplaintRow {
  if (!row) throw new NotFoundError(COMPLAINT_WORDS.gone);
  return row;
}

/** A complaint as the form saw it, that this person may do this to now. */
export async function getComplaintFor(
  ctx: OfficeCtx,
  tx: VillageTx,
  { id, version, action }: { id: string; version: number; action: ComplaintAction },
): Promise<ComplaintRow> {
  const row = onlyComplaint(await tx.select().from(complaints).where(eq(complaints.id, id)));
  const why = refuseAction(row, action, ctx.actor);
  if (why === "not-yours") throw new ForbiddenError(refusalSentence(why, action));
  if (why) throw new ConflictError(refusalSentence(why, action));
  if (row.version !== version) throw new ConflictError(COMPLAINT_WORDS.stale);
  return row;
}

/** Changes a complaint and writes the step into its history. */
export async function moveComplaint(
  ctx: Pick<VillageCtx, "actor" | "now">,
  tx: VillageTx,
  before: Pick<ComplaintRow, "id" | "version">,
  { step, note = null, ...change }: Partial<ComplaintRow> & { step: string; note?: string | null },
): Promise<void> {
  const at = ctx.now.toISOString();
  const [row] = await tx
    .update(complaints)
    .set({ ...change, updatedAt: at, version: before.version + 1 })
    .where(and(eq(complaints.id, before.id), eq(complaints.version, before.version)))
    .returning({ id: complaints.id });
  if (!row) throw new ConflictError(COMPLAINT_WORDS.stale);
  await addStep(ctx, tx, before.id, step, note);
}

/** One line of a complaint's history. Who complained is named by nothing. */
export async function addStep(
  ctx: Pick<VillageCtx, "actor" | "now">,
  tx: VillageTx,
  complaintId: string,
  step: string,
  note: string | null = null,
): Promise<void> {
  await tx.insert(complaintSteps).values({
    ...{ id: newId(ctx.now), complaintId, step, note },
    byName: ctx.actor?.name ?? "Warga",
    at: ctx.now.toISOString(),
  });
}

export async function sealSender({ keys }: Pick<VillageCtx, "keys">, sender: Sender): Promise<string> {
  return (await sealValue(keys, COMPLAINT_SENDER, JSON.stringify(sender))).sealed ?? "";
}

/** Who complained, where he has no account; null once it was removed. */
export async function openSender(
  { keys }: Pick<VillageCtx, "keys">,
  { senderSealed }: Pick<ComplaintRow, "senderSealed">,
): Promise<Sender | null> {
  const text = await openValue(keys, COMPLAINT_SENDER, senderSealed);
  return text ? (JSON.parse(text) as Sender) : null;
}
