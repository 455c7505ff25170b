import { eq, inArray, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { families, residents } from "#db/village/schema/population.ts";
import { appendEvents, type NewEvent } from "./append-events.server.ts";
import { EVENT_WORDS } from "./event-words.ts";
import { ROLE } from "./family-role-rules.ts";
import { STATUS } from "./person-rules.ts";
import { getHousehold, type Household } from "./read-household.server.ts";

/** What an act comes to, as its verb works it out. */
export interface Plan {
  /** Imperative, for the audit log: `resident.record-death`. */
  action: string;
  events: readonly NewEvent[];
  /** Cards whose members come, go or change: each must have one head afterwards, or nobody. */
  familyIds: readonly (string | null)[];
  /** Field of the form at which a missing or second head is mended. */
  headField: string;
  /** Short and without identifiers. */
  details?: Record<string, unknown>;
}

/** What the official saw when he filled the form in. */
export interface Seen {
  versi: number;
  /** Version of the card; 0 where the person had none. */
  versiKk: number;
}

export interface Recorded {
  actId: string;
  residentId: string;
  eventCount: number;
}

/**
 * One act with one person, or with people of his card: all of its events or none.
 * @param plan works out the events from the household as it stands inside the transaction
 * @throws ConflictError where the person or the card was changed since the official looked
 */
export async function recordAct(
  ctx: OfficeCtx,
  residentId: string,
  seen: Seen,
  plan: (household: Household, tx: VillageTx) => Promise<Plan> | Plan,
): Promise<Recorded> {
  requirePermission(ctx, "population.write");
  return write(ctx, async (work) => {
    const household = await getHousehold(work.tx, residentId);
    const isStale =
      household.person.version !== seen.versi || (household.family?.version ?? 0) !== seen.versiKk;
    if (isStale) throw new ConflictError(EVENT_WORDS.changedMeanwhile);
    return carryOut(ctx, work, residentId, await plan(household, work.tx));
  });
}

/** Writes an act that was worked out, holds its families against the rules, and audits it. */
export async function carryOut(
  ctx: OfficeCtx,
  { tx, audit }: Write,
  residentId: string,
  { action, events, familyIds, headField, details = {} }: Plan,
): Promise<Recorded> {
  const { actId } = await appendEvents(ctx, tx, events);
  const cards = [...new Set(familyIds.filter((id) => id !== null))];
  await requireSoundFamilies(tx, cards, events, headField);
  await bumpFamilies(ctx, tx, cards);
  await audit({
    action,
    entity: "resident",
    entityId: residentId,
    details: { ...details, actId, people: new Set(events.map((event) => event.residentId)).size },
  });
  return { actId, residentId, eventCount: events.length };
}

/** One head on each card that has members, and a card for each permanent resident who is here. */
async function requireSoundFamilies(
  tx: VillageTx,
  familyIds: readonly string[],
  events: readonly NewEvent[],
  field: string,
): Promise<void> {
  const people = [...new Set(events.map(({ residentId }) => residentId))];
  const isHere = sql`${residents.status} = ${STATUS.here}`;
  const heads = sql<number>`total(${residents.familyRole} = ${ROLE.head})`;
  const wrong = await tx
    .select({ familyId: residents.familyId, heads })
    .from(residents)
    .where(sql`${isHere} AND ${inArray(residents.familyId, jsonList(familyIds))}`)
    .groupBy(residents.familyId)
    .having(sql`${heads} <> 1`);
  if (wrong.some((card) => card.heads === 0)) throw new FieldError(field, EVENT_WORDS.needsHead);
  if (wrong.length > 0) throw new FieldError(field, EVENT_WORDS.twoHeads);
  const [homeless] = await tx
    .select({ name: residents.name })
    .from(residents)
    .where(
      sql`${isHere} AND ${eq(residents.kind, "permanent")} AND ${residents.familyId} IS NULL
        AND ${inArray(residents.id, jsonList(people))}`,
    )
    .limit(1);
  if (homeless) throw new FieldError(field, EVENT_WORDS.needsCard(homeless.name));
}

async function bumpFamilies(ctx: OfficeCtx, tx: VillageTx, familyIds: readonly string[]): Promise<void> {
  if (familyIds.length === 0) return;
  await tx
    .update(families)
    .set({ version: sql`${families.version} + 1`, updatedAt: ctx.now.toISOString() })
    .where(inArray(families.id, jsonList(familyIds)));
}

function jsonList(values: readonly string[]) {
  return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}
