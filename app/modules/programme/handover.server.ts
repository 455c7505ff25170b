import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import type { HandoverItem, HandoverPart } from "#app/platform/handover.ts";
import { reading } from "#app/platform/read-together.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import {
  activities,
  activityPeople,
  activitySteps,
  activityUpdates,
  programmes,
} from "#db/village/schema/programme.ts";
import { HANDOVER_WORDS } from "./handover-words.ts";

/** Activities in charge, places in teams, steps and reports of years that are not closed. */
export const programmeHandover: HandoverPart = {
  read: (ctx, accountId) =>
    reading(
      [
        selectInCharge(ctx.db, accountId),
        selectMemberships(ctx.db, accountId),
        selectSteps(ctx.db, accountId),
        selectReports(ctx, accountId),
      ],
      ([inCharge, memberships, steps, reports]) => [
        ...inCharge.map((row) => activityItem(row, HANDOVER_WORDS.responsible)),
        ...memberships
          .filter((row) => !inCharge.some(({ id }) => id === row.id))
          .map((row) => activityItem(row, HANDOVER_WORDS.member)),
        ...steps.map((row) => ({
          key: `step:${row.id}`,
          href: activityHref(row.activityId),
          title: row.title,
          meta: HANDOVER_WORDS.step(row.activityName),
        })),
        ...reports.map(({ id, state, activityName }) => ({
          key: `update:${id}`,
          href: `/kantor/program-kerja/pembaruan/${id}`,
          title: HANDOVER_WORDS.report(activityName),
          meta: HANDOVER_WORDS[state === "approved" ? "submitted" : state],
        })),
      ],
    ),

  handOver: async (ctx, { tx, audit }, { fromId, toId, toName, note }) => {
    const inCharge = await selectInCharge(tx, fromId);
    const memberships = await selectMemberships(tx, fromId);
    const steps = await selectSteps(tx, fromId);
    const updatedAt = ctx.now.toISOString();
    for (const { id, programmeId } of inCharge) {
      const version = sql`${activities.version} + 1`;
      await tx
        .update(activities)
        .set({ responsibleAccountId: toId, version, updatedAt })
        .where(eq(activities.id, id));
      const details = { kepada: toName, catatan: note };
      const entry = { action: "activity.hand-over", entity: "activity", entityId: id, parentId: programmeId };
      await audit({ ...entry, details });
    }
    const teams = [...new Set([...inCharge, ...memberships].map(({ id }) => id))];
    await takePlaces(tx, teams, { fromId, toId, addedAt: updatedAt });
    const stepIds = steps.map(({ id }) => id);
    if (stepIds.length > 0)
      await tx.update(activitySteps).set({ ownerId: toId }).where(inArray(activitySteps.id, stepIds));
    return inCharge.length + memberships.length + steps.length;
  },
};

async function takePlaces(
  tx: VillageTx,
  activityIds: string[],
  { fromId, toId, addedAt }: { fromId: string; toId: string; addedAt: string },
): Promise<void> {
  if (activityIds.length === 0) return;
  const places = activityIds.map((activityId) => ({ activityId, accountId: toId, addedAt }));
  await tx.insert(activityPeople).values(places).onConflictDoNothing();
  await tx
    .delete(activityPeople)
    .where(and(eq(activityPeople.accountId, fromId), inArray(activityPeople.activityId, activityIds)));
}

const inOpenYear = and(ne(programmes.state, "closed"), isNull(activities.droppedAt));
const activityColumns = { id: activities.id, name: activities.name, programmeId: activities.programmeId };

function selectInCharge(db: VillageDb | VillageTx, accountId: string) {
  return db
    .select(activityColumns)
    .from(activities)
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .where(and(eq(activities.responsibleAccountId, accountId), inOpenYear))
    .orderBy(asc(activities.name));
}

function selectMemberships(db: VillageDb | VillageTx, accountId: string) {
  return db
    .select(activityColumns)
    .from(activityPeople)
    .innerJoin(activities, eq(activities.id, activityPeople.activityId))
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .where(and(eq(activityPeople.accountId, accountId), inOpenYear))
    .orderBy(asc(activities.name));
}

function selectSteps(db: VillageDb | VillageTx, accountId: string) {
  const isOpen = and(
    eq(activitySteps.ownerId, accountId),
    isNull(activitySteps.doneAt),
    isNull(activitySteps.removedAt),
  );
  return db
    .select({
      id: activitySteps.id,
      title: activitySteps.title,
      activityId: activities.id,
      activityName: activities.name,
    })
    .from(activitySteps)
    .innerJoin(activities, eq(activities.id, activitySteps.activityId))
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .where(and(isOpen, inOpenYear))
    .orderBy(asc(activitySteps.dueOn));
}

function selectReports({ db }: OfficeCtx, accountId: string) {
  return db
    .select({ id: activityUpdates.id, state: activityUpdates.state, activityName: activities.name })
    .from(activityUpdates)
    .innerJoin(activities, eq(activities.id, activityUpdates.activityId))
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .where(and(eq(activityUpdates.createdBy, accountId), ne(activityUpdates.state, "approved"), inOpenYear));
}

function activityItem(row: { id: string; name: string }, meta: string): HandoverItem {
  return { key: `activity:${row.id}`, href: activityHref(row.id), title: row.name, meta };
}

function activityHref(id: string): string {
  return `/kantor/program-kerja/kegiatan/${id}`;
}
