import { and, asc, desc, eq, inArray, isNull, lte, or } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { jobs } from "#db/village/schema/jobs.ts";
import { FOLDER_WORDS } from "./folder-words.ts";

/** Kind of the rows in `jobs`, and of the work in the calendar. */
export const PRINT_KIND = "letters-print";
/** A file of the folder is offered for so long. */
export const PRINT_HOURS = 24;
/** A run that is cut off is taken up again after this. */
const LEASE_SECONDS = 240;

export type PrintRow = typeof jobs.$inferSelect;

/** What stands of a batch print. */
export interface PrintProgress {
  /** Letters that are in a part. */
  done: number;
  /** Files of the parts that are made; emptied once they are one. */
  parts: string[];
  /** Letters that the file holds; the others had no paper any more when their turn came. */
  held: string[];
  fileId?: string;
  expiresAt?: string;
  removedAt?: string;
}

export const idsOf = ({ payload }: Pick<PrintRow, "payload">) => payload.ids as string[];

export function progressOf({ progress }: Pick<PrintRow, "progress">): PrintProgress {
  return { done: 0, parts: [], held: [], ...progress };
}

const isPrint = eq(jobs.kind, PRINT_KIND);
const isOpen = inArray(jobs.state, ["waiting", "running"]);

/** Query for the latest batch print of an account. */
export function selectPrints(db: VillageDb, accountId: string) {
  return db
    .select()
    .from(jobs)
    .where(and(isPrint, eq(jobs.createdBy, accountId)))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(1);
}

/** What the folder's page says of it: in work, ready to open, failed; null where there is none to speak of. */
export function printsOf([row]: readonly PrintRow[], now: Date) {
  if (!row) return null;
  const { done, held, expiresAt = "", removedAt } = progressOf(row);
  const total = idsOf(row).length;
  if (row.state === "done" && (removedAt || expiresAt <= now.toISOString())) return null;
  return { id: row.id, state: row.state, done, total, leftOut: total - held.length, expiresAt };
}

export async function findOpenPrint(
  db: VillageDb | VillageTx,
  accountId: string | null = null,
): Promise<PrintRow | null> {
  const isHis = accountId === null ? undefined : eq(jobs.createdBy, accountId);
  const [row] = await db
    .select()
    .from(jobs)
    .where(and(isPrint, isOpen, isHis))
    .orderBy(asc(jobs.createdAt), asc(jobs.id))
    .limit(1);
  return row ?? null;
}

/** A finished print of the actor's own. Throws NotFoundError. */
export async function getReadyPrint(ctx: OfficeCtx, id: string): Promise<PrintProgress & { fileId: string }> {
  const isHis = and(
    isPrint,
    eq(jobs.id, id),
    eq(jobs.createdBy, ctx.actor.accountId),
    eq(jobs.state, "done"),
  );
  const [row] = await ctx.db.select().from(jobs).where(isHis);
  const progress = row && progressOf(row);
  const isOver = !progress?.expiresAt || progress.removedAt || progress.expiresAt <= ctx.now.toISOString();
  if (isOver || !progress.fileId) throw new NotFoundError(FOLDER_WORDS.gone);
  return { ...progress, fileId: progress.fileId };
}

/** Takes up a print that waits, or whose run was killed; so that no two make the same part. */
export async function claimPrint(ctx: VillageCtx): Promise<PrintRow | null> {
  const open = await findOpenPrint(ctx.db);
  if (!open) return null;
  const isFree = or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, ctx.now.toISOString()));
  const leasedUntil = new Date(ctx.now.getTime() + LEASE_SECONDS * 1000).toISOString();
  const [row] = await ctx.db
    .update(jobs)
    .set({ state: "running", attempts: open.attempts + 1, leasedUntil })
    .where(and(eq(jobs.id, open.id), eq(jobs.attempts, open.attempts), isFree))
    .returning();
  return row ?? null;
}

/** Query for finished prints whose file is still there. */
export function selectOffered(db: VillageDb) {
  return db
    .select()
    .from(jobs)
    .where(and(isPrint, eq(jobs.state, "done")))
    .orderBy(desc(jobs.createdAt))
    .limit(50);
}
