import { eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { holdersStatement } from "#app/modules/accounts/list-holders.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { updateEvidence } from "#db/village/schema/programme.ts";
import { files } from "#db/village/schema/village.ts";
import { evidenceViews } from "./evidence-view.server.ts";
import { personsReading } from "./load-activity.server.ts";
import { activityMeasures } from "./load-measures.server.ts";
import { acceptsUpdates } from "./rules.ts";
import { mayChangeUpdate, todayOf } from "./running-queries.server.ts";
import { effectiveState, mayApprove } from "./running-rules.ts";

/** One report with its activity, its files and what this person may do with it, in one round trip. */
export async function loadUpdate(ctx: OfficeCtx, id: string) {
  const activityId = sql`(SELECT activity_id FROM activity_updates WHERE id = ${id})`;
  const { measures, persons, evidence, approvers } = await readTogether(ctx.db, {
    measures: activityMeasures(ctx, activityId, todayOf(ctx)),
    persons: personsReading(ctx),
    evidence: evidenceOf(ctx, id),
    approvers: reading([holdersStatement(ctx, ctx.db, "programme.approve")], ([rows]) => rows),
  });
  const update = measures?.facts.updates.find((each) => each.id === id);
  if (!measures || !update) throw new NotFoundError("Laporan kemajuan ini tidak ada.");
  const others = approvers.filter((each) => each.accountId !== ctx.actor.accountId).length;
  const isRunning = acceptsUpdates(effectiveState(measures.programme, todayOf(ctx)));
  const has = (permission: string) => ctx.actor.permissions.has(permission);
  const isWaiting = isRunning && update.state === "submitted" && has("programme.approve");
  const isChangeable = update.state === "draft" || update.state === "returned";
  const isMine = mayChangeUpdate(ctx.actor.accountId, { update, activity: measures.facts.activity });
  const nameOf = (accountId: string | null) => persons.find((each) => each.id === accountId)?.name ?? null;
  return {
    measures,
    update,
    author: nameOf(update.createdBy),
    others: [...new Set([...update.editors, update.submittedBy])]
      .filter((accountId) => accountId !== update.createdBy)
      .flatMap((accountId) => nameOf(accountId) ?? []),
    decider: nameOf(update.decidedBy),
    evidence: (await evidenceViews(ctx, evidence)).get(id) ?? [],
    may: {
      change: isRunning && isChangeable && isMine && has("programme.update"),
      publish: update.state === "approved" && has("programme.approve"),
      decide: isWaiting,
      approve: isWaiting && mayApprove(update, ctx.actor.accountId, others),
    },
  };
}

function evidenceOf(ctx: OfficeCtx, updateId: string) {
  const statement = ctx.db
    .select({ updateId: updateEvidence.updateId, file: files })
    .from(updateEvidence)
    .innerJoin(files, eq(files.id, updateEvidence.fileId))
    .where(eq(updateEvidence.updateId, updateId))
    .orderBy(updateEvidence.addedAt, updateEvidence.fileId);
  return reading([statement], ([rows]) => rows);
}
