import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { reading } from "#app/platform/read-together.ts";
import { accounts, auditLog, positionTerms } from "#db/village/schema/accounts.ts";
import { activities, activityUpdates, programmes, updateEvidence } from "#db/village/schema/programme.ts";
import { files, settings, villageProfile } from "#db/village/schema/village.ts";
import { REPORT_COLUMNS_SETTING } from "./report-order-rules.ts";

const SIGNING_POSITIONS = ["kepala-desa", "kasi-pemerintahan"];
const MADE_SHOWN = 12;

/** Profile, emblem and the people who sign: what stands around a paper. */
export function paperFrame(ctx: VillageCtx) {
  const { db } = ctx;
  const emblemId = sql`(SELECT emblem_file_id FROM village_profile WHERE id = 1)`;
  return reading(
    [
      db.select().from(villageProfile).where(eq(villageProfile.id, 1)),
      db.select().from(files).where(sql`${files.id} = ${emblemId}`),
      db
        .select({
          position: positionTerms.position,
          status: positionTerms.status,
          name: accounts.name,
          startsOn: positionTerms.startsOn,
          endsOn: positionTerms.endsOn,
        })
        .from(positionTerms)
        .innerJoin(accounts, eq(accounts.id, positionTerms.accountId))
        .where(and(inArray(positionTerms.position, SIGNING_POSITIONS), eq(accounts.state, "active")))
        .orderBy(asc(positionTerms.startsOn), asc(positionTerms.id)),
    ],
    ([profiles, emblems, terms]) => ({ profile: profiles[0] ?? null, emblem: emblems[0] ?? null, terms }),
  );
}

export interface EvidenceRange {
  year: number;
  from: string;
  asOf: string;
  /** ISO instant: leaves out what was approved later. */
  knownAt?: string;
}

/** Files behind approved reports of a period, in the order of the activities, newest report first. */
export function approvedEvidence(ctx: VillageCtx, { year, from, asOf, knownAt }: EvidenceRange) {
  return reading(
    [
      ctx.db
        .select({
          fileId: files.id,
          storageKey: files.storageKey,
          mediaType: files.mediaType,
          sizeBytes: files.sizeBytes,
          activityId: activities.id,
          activityName: activities.name,
          day: activityUpdates.asOf,
        })
        .from(updateEvidence)
        .innerJoin(activityUpdates, eq(activityUpdates.id, updateEvidence.updateId))
        .innerJoin(activities, eq(activities.id, activityUpdates.activityId))
        .innerJoin(programmes, eq(programmes.id, activities.programmeId))
        .innerJoin(files, eq(files.id, updateEvidence.fileId))
        .where(
          and(
            eq(programmes.year, year),
            eq(activityUpdates.state, "approved"),
            sql`${activities.droppedAt} IS NULL`,
            sql`${activityUpdates.asOf} BETWEEN ${from} AND ${asOf}`,
            knownAt ? sql`${activityUpdates.decidedAt} <= ${knownAt}` : undefined,
          ),
        )
        .orderBy(
          asc(activities.position),
          desc(activityUpdates.asOf),
          asc(updateEvidence.addedAt),
          asc(files.id),
        ),
    ],
    ([rows]) => rows,
  );
}

/** The village's report columns as stored; null where it has chosen none. */
export function columnsSetting(ctx: VillageCtx) {
  return reading(
    [ctx.db.select().from(settings).where(eq(settings.key, REPORT_COLUMNS_SETTING))],
    ([rows]) => rows[0]?.value ?? null,
  );
}

/** Papers made of a year's programme, newest first. */
export function madeReports(ctx: VillageCtx, year: number) {
  const programmeId = sql`(SELECT id FROM programmes WHERE year = ${year})`;
  return reading(
    [
      ctx.db
        .select({
          id: auditLog.id,
          at: auditLog.at,
          actorName: auditLog.actorName,
          details: auditLog.details,
        })
        .from(auditLog)
        .where(and(sql`${auditLog.entityId} = ${programmeId}`, eq(auditLog.action, "report.make")))
        .orderBy(desc(auditLog.id))
        .limit(MADE_SHOWN),
    ],
    ([rows]) => rows,
  );
}
