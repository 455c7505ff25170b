import { desc, inArray, like, or } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  isChoosable,
  keptFor,
  type RetentionRule,
  retentionSetting,
} from "#app/platform/privacy/retention-rule.ts";
import { LAST_RUN_SETTING, type LastRun } from "#app/platform/privacy/run-retention.ts";
import { requirePermission } from "#app/platform/require.ts";
import { retentionRuns } from "#db/village/schema/privacy.ts";
import { settings } from "#db/village/schema/village.ts";
import { keepText } from "./keep-rules.ts";
import { KEEP_WORDS } from "./words.ts";

const RUNS_SHOWN = 400;

/** The village's schedule, what the last run came to, and what each kind last lost; one round trip. */
export async function loadRetention(ctx: OfficeCtx, rules: readonly RetentionRule[]) {
  requirePermission(ctx, "privacy.read");
  const [chosen, runs] = await ctx.db.batch([
    ctx.db
      .select()
      .from(settings)
      .where(or(like(settings.key, "retention.%"), inArray(settings.key, [LAST_RUN_SETTING]))),
    ctx.db.select().from(retentionRuns).orderBy(desc(retentionRuns.at)).limit(RUNS_SHOWN),
  ]);
  const values = new Map(chosen.map(({ key, value }) => [key, value]));
  const lastRun = (values.get(LAST_RUN_SETTING) ?? null) as LastRun | null;
  return {
    mayDecide: ctx.actor.permissions.has("privacy.decide"),
    lastRun: lastRun && {
      at: lastRun.at,
      failed: rules.filter(({ kind }) => lastRun.failed.includes(kind)).map(nameOf),
    },
    rules: rules.map((rule) => {
      const amount = keptFor(rule, values.get(retentionSetting(rule.kind)));
      const last = runs.find(({ kind }) => kind === rule.kind);
      return {
        kind: rule.kind,
        name: rule.name,
        reason: rule.reason,
        how: rule.removal.how === "empty" ? ("empty" as const) : ("delete" as const),
        keep: keepText(rule.keep.unit, amount),
        isChoosable: isChoosable(rule),
        last: last ? { at: last.at, removed: last.removed } : null,
      };
    }),
    zone: ctx.tenant.timeZone,
  };
}

/**
 * One kind that the village may choose for, with what stands now.
 * @throws NotFoundError for a kind that no module declares or that is fixed
 */
export async function getKeep(ctx: OfficeCtx, kind: string, rules: readonly RetentionRule[]) {
  requirePermission(ctx, "privacy.decide");
  const rule = findRule(rules, kind);
  const [row] = await ctx.db
    .select()
    .from(settings)
    .where(inArray(settings.key, [retentionSetting(kind)]));
  const { unit, standard, least, most } = rule.keep;
  return {
    name: rule.name,
    reason: rule.reason,
    amount: keptFor(rule, row?.value),
    unit: KEEP_WORDS.units[unit],
    usual: keepText(unit, standard),
    bounds: KEEP_WORDS.outside(keepText(unit, least), keepText(unit, most)),
  };
}

/** @throws NotFoundError as getKeep does */
export function findRule(rules: readonly RetentionRule[], kind: string): RetentionRule {
  const rule = rules.find((each) => each.kind === kind);
  if (!rule) throw new NotFoundError(KEEP_WORDS.unknown);
  if (!isChoosable(rule)) throw new NotFoundError(KEEP_WORDS.fixed);
  return rule;
}

function nameOf({ name }: RetentionRule): string {
  return name;
}
