import { and, asc, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts, auditLog } from "#db/village/schema/accounts.ts";
import { breaches } from "#db/village/schema/privacy.ts";
import { BREACH_WORDS } from "./words.ts";

export type BreachRow = typeof breaches.$inferSelect;

const PAGE_ROWS = 50;
const OPEN_SHOWN = 100;

/** What is open, most pressing first, and one page of what is closed, newest first; one round trip. */
export async function listBreaches(ctx: OfficeCtx, beforeId: string | null) {
  requirePermission(ctx, "privacy.breaches");
  const done = isNotNull(breaches.closedAt);
  const [open, closed] = await ctx.db.batch([
    ctx.db
      .select()
      .from(breaches)
      .where(isNull(breaches.closedAt))
      .orderBy(asc(breaches.noticeDueAt))
      .limit(OPEN_SHOWN),
    ctx.db
      .select()
      .from(breaches)
      .where(beforeId ? and(done, lt(breaches.id, beforeId)) : done)
      .orderBy(desc(breaches.id))
      .limit(PAGE_ROWS + 1),
  ]);
  const page = closed.slice(0, PAGE_ROWS);
  return { open, closed: page, nextId: closed.length > PAGE_ROWS ? (page.at(-1)?.id ?? null) : null };
}

/** @throws NotFoundError for an id that this village has no breach under */
export async function getBreach(db: VillageDb | VillageTx, id: string): Promise<BreachRow> {
  const [row] = await db.select().from(breaches).where(eq(breaches.id, id));
  if (!row) throw new NotFoundError(BREACH_WORDS.gone);
  return row;
}

/** One breach with its history; one round trip. */
export async function loadBreach(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "privacy.breaches");
  const [[breach], history, [writer]] = await ctx.db.batch([
    ctx.db.select().from(breaches).where(eq(breaches.id, id)),
    ctx.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.entityId, id))
      .orderBy(desc(auditLog.id))
      .limit(PAGE_ROWS),
    ctx.db
      .select({ name: accounts.name })
      .from(accounts)
      .innerJoin(breaches, eq(breaches.createdBy, accounts.id))
      .where(eq(breaches.id, id)),
  ]);
  if (!breach) throw new NotFoundError(BREACH_WORDS.gone);
  return {
    breach,
    history: history.map(({ id: key, at, action, actorName, details }) => ({
      key,
      at,
      action,
      actorName,
      details,
    })),
    writtenBy: writer?.name ?? null,
    now: ctx.now.toISOString(),
    zone: ctx.tenant.timeZone,
  };
}

/** The breach as a form's person saw it. @throws ConflictError where it is closed or was changed since */
export async function getOpenBreach(tx: VillageTx, id: string, version: number): Promise<BreachRow> {
  const row = await getBreach(tx, id);
  if (row.closedAt !== null) throw new ConflictError(BREACH_WORDS.isClosed);
  if (row.version !== version) throw new ConflictError(BREACH_WORDS.stale);
  return row;
}
