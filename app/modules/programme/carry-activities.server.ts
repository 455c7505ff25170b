import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import type { VillageTx } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { activities, activityPeople, activitySteps, indicators } from "#db/village/schema/programme.ts";
import type { ActivityFacts } from "./measures.ts";
import { nextBaseline } from "./next-year-rules.ts";
import type { ReportRow } from "./report-rules.ts";

export interface CarryOver {
  rows: readonly ReportRow[];
  facts: ReadonlyMap<string, ActivityFacts>;
  programmeId: string;
  /** New section by the old one's id. */
  sectionIds: ReadonlyMap<string, string>;
}

interface Pair {
  /** Id of the activity in the new year. */
  id: string;
  row: ReportRow;
  facts: ActivityFacts;
}

/** Copies activities into another year: what they are and who does them, not what they were given or have reached. */
export async function carryActivities(ctx: OfficeCtx, tx: VillageTx, carry: CarryOver): Promise<void> {
  const pairs = carry.rows.flatMap((row): Pair[] => {
    const facts = carry.facts.get(row.id);
    return facts ? [{ id: newId(ctx.now), row, facts }] : [];
  });
  if (pairs.length === 0) return;
  const active = await activeAccounts(tx);
  await tx.insert(activities).values(pairs.map((pair) => activityCopy(ctx, pair, carry, active)));
  await insertPeople(ctx, tx, pairs, active);
  await insertIndicators(ctx, tx, pairs);
  await insertSteps(ctx, tx, pairs, active);
}

async function activeAccounts(tx: VillageTx): Promise<Set<string>> {
  const rows = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.state, "active"));
  return new Set(rows.map(({ id }) => id));
}

function activityCopy(ctx: OfficeCtx, { id, facts }: Pair, carry: CarryOver, active: ReadonlySet<string>) {
  const { activity } = facts;
  const { name, purpose, duty, legalBasis, activityCode, location, months, fundSource, position } = activity;
  const responsible = activity.responsibleAccountId;
  const at = ctx.now.toISOString();
  return {
    id,
    programmeId: carry.programmeId,
    sectionId: carry.sectionIds.get(activity.sectionId) ?? activity.sectionId,
    templateKey: activity.templateKey,
    continuesId: activity.id,
    name,
    purpose,
    duty,
    legalBasis,
    activityCode,
    location,
    months,
    fundSource,
    position,
    responsiblePosition: activity.responsiblePosition,
    responsibleAccountId: responsible && active.has(responsible) ? responsible : null,
    createdAt: at,
    updatedAt: at,
  };
}

async function insertPeople(
  ctx: OfficeCtx,
  tx: VillageTx,
  pairs: readonly Pair[],
  active: ReadonlySet<string>,
) {
  const addedAt = ctx.now.toISOString();
  const rows = pairs.flatMap(({ id: activityId, facts }) =>
    facts.people
      .filter((person) => active.has(person.id))
      .map((person) => ({ activityId, accountId: person.id, addedAt })),
  );
  if (rows.length > 0) await tx.insert(activityPeople).values(rows);
}

async function insertIndicators(ctx: OfficeCtx, tx: VillageTx, pairs: readonly Pair[]) {
  const createdAt = ctx.now.toISOString();
  const rows = pairs.flatMap(({ id: activityId, row, facts }) =>
    facts.indicators.map((indicator) => {
      const measured = row.indicators.find((each) => each.id === indicator.id);
      const baseline = nextBaseline(indicator, measured?.realised ?? null);
      return { ...indicator, id: newId(ctx.now), activityId, baseline, createdAt };
    }),
  );
  if (rows.length > 0) await tx.insert(indicators).values(rows);
}

/** Steps that were not done come along without their day. */
async function insertSteps(
  ctx: OfficeCtx,
  tx: VillageTx,
  pairs: readonly Pair[],
  active: ReadonlySet<string>,
) {
  const newIds = new Map(pairs.map(({ id, row }) => [row.id, id]));
  const open = and(
    inArray(activitySteps.activityId, [...newIds.keys()]),
    isNull(activitySteps.doneAt),
    isNull(activitySteps.removedAt),
  );
  const steps = await tx.select().from(activitySteps).where(open).orderBy(asc(activitySteps.position));
  const rows = steps.map(({ activityId, title, ownerId, position }) => ({
    id: newId(ctx.now),
    activityId: newIds.get(activityId) ?? activityId,
    title,
    ownerId: ownerId && active.has(ownerId) ? ownerId : null,
    position,
  }));
  if (rows.length > 0) await tx.insert(activitySteps).values(rows);
}
