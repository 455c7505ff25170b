import { and, desc, eq, isNotNull, isNull, lt, or, type SQL } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requireOversight } from "#app/platform/require.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { AlertInput } from "./input.ts";
import { keyOf, PAGE_ROWS, partsOf } from "./rules.ts";
import { CONSOLE_WORDS } from "./words.ts";

const shown = { alert: alerts, village: villages.name };

/** What the operator must look at, the latest first; or what was settled. One round trip. */
export async function listAlerts(ctx: OversightCtx, isSettled: boolean, after: string | null) {
  requireOversight(ctx, "operator.system");
  const rows = await ctx.directory
    .select(shown)
    .from(alerts)
    .leftJoin(villages, eq(villages.id, alerts.villageId))
    .where(and(isSettled ? isNotNull(alerts.settledAt) : isNull(alerts.settledAt), behind(after)))
    .orderBy(desc(alerts.lastAt), desc(alerts.id))
    .limit(PAGE_ROWS + 1);
  const page = rows.slice(0, PAGE_ROWS).map(({ alert, village }) => ({ ...alert, village }));
  const last = page.at(-1);
  return { alerts: page, next: rows.length > PAGE_ROWS && last ? keyOf([last.lastAt, last.id]) : null };
}

export type ListedAlert = Awaited<ReturnType<typeof listAlerts>>["alerts"][number];

/** One alert with the name of its village. @throws NotFoundError */
export async function getAlert(ctx: OversightCtx, alertId: string): Promise<ListedAlert> {
  requireOversight(ctx, "operator.system");
  const [row] = await ctx.directory
    .select(shown)
    .from(alerts)
    .leftJoin(villages, eq(villages.id, alerts.villageId))
    .where(eq(alerts.id, alertId));
  if (!row) throw new NotFoundError(CONSOLE_WORDS.alertGone);
  return { ...row.alert, village: row.village };
}

/**
 * Closes an alert with what was done about it; the same trouble opens it anew.
 * @throws ConflictError where it is closed by now
 */
export async function closeAlert(ctx: OversightCtx, alertId: string, input: AlertInput): Promise<void> {
  requireOversight(ctx, "operator.system");
  const { catatan: note } = input;
  await writeDirectory(ctx, async ({ tx, audit }) => {
    const [row] = await tx.select().from(alerts).where(eq(alerts.id, alertId));
    if (!row) throw new NotFoundError(CONSOLE_WORDS.alertGone);
    const changed = await tx
      .update(alerts)
      .set({ settledAt: ctx.now.toISOString(), settledBy: ctx.overseer.name, note })
      .where(and(eq(alerts.id, alertId), isNull(alerts.settledAt)))
      .returning({ id: alerts.id });
    if (changed.length === 0) throw new ConflictError(CONSOLE_WORDS.alertSettled);
    await audit({
      action: "alert.settle",
      entity: "alert",
      entityId: alertId,
      villageId: row.villageId ?? undefined,
      details: { what: row.sentence, note },
    });
    return alertId;
  });
}

function behind(after: string | null): SQL | undefined {
  const parts = partsOf(after);
  if (!parts) return undefined;
  const [at, id] = parts;
  return or(lt(alerts.lastAt, at), and(eq(alerts.lastAt, at), lt(alerts.id, id)));
}
