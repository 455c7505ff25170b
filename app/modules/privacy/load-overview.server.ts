import { asc, count, eq, gte, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { firstIdAt } from "#app/platform/privacy/id-range.ts";
import { TERMS_VERSIONS } from "#app/platform/privacy/processor-terms.ts";
import { selectAccepted } from "#app/platform/privacy/require-terms.ts";
import { LAST_RUN_SETTING, type LastRun } from "#app/platform/privacy/run-retention.ts";
import { termsState } from "#app/platform/privacy/terms-rules.ts";
import { requirePermission } from "#app/platform/require.ts";
import { breaches, personRequests } from "#db/village/schema/privacy.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { settings } from "#db/village/schema/village.ts";

/** Days that the figures of the start page look back. */
export const OVERVIEW_DAYS = 30;
const DAY_MILLIS = 86_400_000;

/** Where the village stands with the personal data that it holds; one round trip. */
export async function loadOverview(ctx: OfficeCtx) {
  requirePermission(ctx, "privacy.read");
  const since = firstIdAt(new Date(ctx.now.getTime() - OVERVIEW_DAYS * DAY_MILLIS));
  const [access, requests, open, accepted, [run]] = await ctx.db.batch([
    ctx.db
      .select({ kind: accessLog.kind, times: count() })
      .from(accessLog)
      .where(gte(accessLog.id, since))
      .groupBy(accessLog.kind),
    ctx.db
      .select({ dueAt: personRequests.answerDueAt })
      .from(personRequests)
      .where(eq(personRequests.state, "open"))
      .orderBy(asc(personRequests.answerDueAt)),
    ctx.db
      .select({ dueAt: breaches.noticeDueAt })
      .from(breaches)
      .where(isNull(breaches.closedAt))
      .orderBy(asc(breaches.noticeDueAt)),
    selectAccepted(ctx.db),
    ctx.db.select().from(settings).where(eq(settings.key, LAST_RUN_SETTING)),
  ]);
  const timesOf = (kind: string) => access.find((row) => row.kind === kind)?.times ?? 0;
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const versions = accepted.map(({ version }) => version);
  return {
    access: {
      reveal: timesOf("reveal"),
      open: timesOf("open"),
      export: timesOf("export"),
      unusual: timesOf("unusual"),
    },
    requests: { open: requests.length, firstDueAt: requests[0]?.dueAt ?? null },
    breaches: { open: open.length, firstDueAt: open[0]?.dueAt ?? null },
    terms: termsState(versions, TERMS_VERSIONS, today),
    lastRunAt: (run?.value as LastRun | undefined)?.at ?? null,
    mayDecide: ctx.actor.permissions.has("privacy.decide"),
    now: ctx.now.toISOString(),
    zone: ctx.tenant.timeZone,
  };
}
