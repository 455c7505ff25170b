import type { OfficeCtx } from "#app/context.ts";
import { auditSentence } from "#app/platform/audit-words.ts";
import { AUDIT_WORDS } from "./audit-words.ts";
import { monthsFromMask, QUARTERS } from "./calendar-rules.ts";
import { isExplained, mayExplain } from "./deviation-rules.ts";
import { type EvidenceView, evidenceViews } from "./evidence-view.server.ts";
import { mayHandOver } from "./hand-over-activity.server.ts";
import type { LoadedActivity } from "./load-activity.server.ts";
import type { ActivityMeasures } from "./measures.ts";
import { quarterValues } from "./progress-rules.ts";
import { type MeasuredIndicator, measureActivity, type ReportIndicatorInput } from "./report-rules.ts";
import { acceptsUpdates, versionAt } from "./rules.ts";
import { todayOf } from "./running-queries.server.ts";
import { effectiveState, owedUpdates } from "./running-rules.ts";

/** What the activity's page shows, from what was loaded. */
export async function activityView(ctx: OfficeCtx, loaded: LoadedActivity) {
  const { programme, section, facts, input, options } = loaded;
  const { activity, deviations, updates } = facts;
  const row = measureActivity(input, options);
  return {
    id: activity.id,
    year: programme.year,
    state: effectiveState(programme, options.asOf),
    asOf: options.asOf,
    sectionName: section.name,
    activity,
    months: monthsFromMask(activity.months),
    row,
    isExplained: isExplained(deviations, programme.year, options.asOf),
    people: facts.people,
    indicators: row.indicators.map((each, index) => indicatorView(each, input.indicators[index], loaded)),
    owed: owedUpdates({ months: input.months, updates }, loaded.owing, options.asOf),
    spending: loaded.spending,
    history: loaded.history.map(({ id, at, ...entry }) => ({
      id,
      at,
      sentence: auditSentence(entry, AUDIT_WORDS),
    })),
    colleagues: loaded.persons
      .filter((person) => person.state === "active" && person.id !== ctx.actor.accountId)
      .map(({ id, name }) => ({ id, name })),
    may: permissionsHere(ctx, loaded),
    ...(await withNames(ctx, loaded)),
  };
}

/** Reports, steps, comments and explanations with the names of those who wrote them. */
async function withNames(ctx: OfficeCtx, { persons, facts, steps, comments, evidence }: LoadedActivity) {
  const names = new Map(persons.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => names.get(id ?? "") ?? null;
  const files = await evidenceViews(ctx, evidence);
  return {
    updates: facts.updates.map((update) => ({
      ...update,
      author: nameOf(update.createdBy),
      decider: nameOf(update.decidedBy),
      evidence: files.get(update.id) ?? ([] as EvidenceView[]),
    })),
    steps: steps.map((step) => ({ ...step, owner: nameOf(step.ownerId) })),
    comments: comments.map((comment) => ({
      ...comment,
      author: nameOf(comment.accountId) ?? "",
      mentioned: comment.mentions.flatMap((id) => nameOf(id) ?? []),
    })),
    deviations: facts.deviations.map((each) => ({ ...each, author: nameOf(each.createdBy) })),
  };
}
export type ActivityView = Awaited<ReturnType<typeof activityView>>;

/** What this person may do with the activity as things stand. */
export function permissionsHere(
  ctx: OfficeCtx,
  { programme, facts }: Pick<ActivityMeasures, "programme" | "facts">,
) {
  const state = effectiveState(programme, todayOf(ctx));
  const has = (permission: string) => ctx.actor.permissions.has(permission);
  const isOpen = state !== "closed";
  const isRunning = acceptsUpdates(state);
  return {
    update: isRunning && has("programme.update"),
    spend: (isRunning || state === "approved") && has("programme.spend"),
    explain:
      isRunning &&
      has("programme.update") &&
      mayExplain({ ...facts.activity, people: facts.people }, ctx.actor),
    steps: isOpen && has("programme.update"),
    comment: isOpen && has("programme.comment"),
    handOver: isOpen && has("programme.update") && mayHandOver(ctx, facts.activity),
    plan: has("programme.plan"),
    retarget: has("programme.plan") && (state === "approved" || isRunning),
  };
}

export interface IndicatorView extends MeasuredIndicator {
  quarters: { quarter: number; target: number | null; value: number | null }[];
}

function indicatorView(
  measured: MeasuredIndicator,
  input: ReportIndicatorInput | undefined,
  { options }: LoadedActivity,
): IndicatorView {
  const held = input && versionAt(input.targetVersions, options.asOf);
  const values = input?.counted ?? quarterValues(input?.updates ?? [], options);
  const quarters = QUARTERS.map((quarter) => ({
    quarter,
    target: held?.targets[quarter - 1] ?? null,
    value: values[quarter - 1] ?? null,
  }));
  return { ...measured, quarters };
}
