import { and, desc, eq, inArray, isNull, lte, or } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import type { KeyNote } from "#db/sealed/seal-key.ts";
import { jobs } from "#db/village/schema/jobs.ts";
import { EXPORT_LEASE_SECONDS } from "./rules.ts";

/** Kind of the rows in `jobs`, and of the work in the calendar. */
export const EXPORT_KIND = "data-export";
/** Field name under which the key of an export lies sealed until it is made. */
export const EXPORT_KEY_FIELD = "jobs.export-key";

export type ExportRow = typeof jobs.$inferSelect;

/** What an export needs to be made; emptied once it is. */
export interface ExportPayload {
  note?: KeyNote;
  sealedKey?: string;
}

/** What stands of an export. */
export interface ExportProgress {
  bytes?: number;
  rows?: number;
  files?: number;
  missing?: number;
  expiresAt?: string;
  removedAt?: string;
}

export const progressOf = (row: Pick<ExportRow, "progress">) => (row.progress ?? {}) as ExportProgress;

const isExport = eq(jobs.kind, EXPORT_KIND);

/** The latest exports, newest first. */
export function selectExports(db: VillageDb, limit = 5) {
  return db.select().from(jobs).where(isExport).orderBy(desc(jobs.createdAt), desc(jobs.id)).limit(limit);
}

export async function findOpenExport(db: VillageDb | VillageTx): Promise<ExportRow | null> {
  const isOpen = inArray(jobs.state, ["waiting", "running"]);
  const [row] = await db.select().from(jobs).where(and(isExport, isOpen)).limit(1);
  return row ?? null;
}

/** An export that can be fetched. Throws NotFoundError. */
export async function getReadyExport(ctx: OfficeCtx, id: string): Promise<ExportRow> {
  const [row] = await ctx.db
    .select()
    .from(jobs)
    .where(and(isExport, eq(jobs.id, id), eq(jobs.state, "done")));
  const { expiresAt = "", removedAt } = row ? progressOf(row) : {};
  if (!row || removedAt || expiresAt <= ctx.now.toISOString()) throw new NotFoundError();
  return row;
}

/** Takes up an export that waits, or whose maker was killed; so that no two make the same. */
export async function claimExport(ctx: VillageCtx): Promise<ExportRow | null> {
  const open = await findOpenExport(ctx.db);
  if (!open) return null;
  const isFree = or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, ctx.now.toISOString()));
  const [row] = await ctx.db
    .update(jobs)
    .set({ state: "running", attempts: open.attempts + 1, leasedUntil: leaseEnd(ctx.now) })
    .where(and(eq(jobs.id, open.id), eq(jobs.attempts, open.attempts), isFree))
    .returning();
  return row ?? null;
}

export function leaseEnd(now: Date): string {
  return new Date(now.getTime() + EXPORT_LEASE_SECONDS * 1000).toISOString();
}
