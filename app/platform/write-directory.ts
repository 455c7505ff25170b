import { eq } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { directoryAudit, overseerSubmits } from "#db/directory/schema/overseers.ts";
import type { DirectoryTx } from "#db/open.ts";
import { newId } from "./ids.ts";
import type { Overseer } from "./overseer.ts";

/** What a row of the directory's audit says besides who and when. */
export interface DirectoryAuditEntry {
  /** Imperative, `overseer.dismiss`. */
  action: string;
  entity: string;
  entityId: string;
  /** Village or kabupaten under whose history the row shows. */
  villageId?: string;
  regencyCode?: string | null;
  /** Who did it, where it is nobody above the villages: an official of a village, a stranger. */
  actorName?: string;
  /** What changed: short values, never a phone number or a secret. */
  details?: Record<string, unknown>;
}

/** Who writes to the directory and when; commands and sweeps have no overseer. */
export type DirectoryWriter = Pick<PortalCtx, "directory" | "now" | "requestId" | "submitKey"> & {
  overseer: Pick<Overseer, "overseerId" | "name"> | null;
};

/** What the work of a verb gets: the transaction and the means to record what it did. */
export interface DirectoryWrite {
  tx: DirectoryTx;
  audit(entry: DirectoryAuditEntry): Promise<void>;
}

/** Stands in the audit where a command or a sweep did something. */
const NOBODY = "Balai";

/**
 * `write` for the directory: one transaction that holds the work, its audit rows and the outcome of the submit key.
 * The same key again returns the first outcome and does nothing.
 * @returns what `work` returned; it must survive JSON
 * @throws Error where the work wrote no audit row: a change that nobody can trace is a defect
 */
export async function writeDirectory<Outcome>(
  ctx: DirectoryWriter,
  work: (write: DirectoryWrite) => Promise<Outcome>,
): Promise<Outcome> {
  return ctx.directory.transaction(async (tx) => {
    const key = ctx.submitKey && `${ctx.overseer?.overseerId ?? "-"}:${ctx.submitKey}`;
    const earlier = key ? await findOutcome<Outcome>(tx, key) : null;
    if (earlier) return earlier.outcome;
    let audited = 0;
    const audit = async (entry: DirectoryAuditEntry) => {
      audited++;
      await tx.insert(directoryAudit).values(directoryAuditRow(ctx, entry));
    };
    const outcome = await work({ tx, audit });
    if (audited === 0) throw new Error("a write without an audit row");
    if (key) await tx.insert(overseerSubmits).values(submitRow(ctx, key, outcome));
    return outcome;
  });
}

/** One row of the directory's append-only log, for changes that go as one batch. */
export function directoryAuditRow(
  ctx: Pick<DirectoryWriter, "now" | "requestId" | "overseer">,
  entry: DirectoryAuditEntry,
): typeof directoryAudit.$inferInsert {
  return {
    id: newId(ctx.now),
    at: ctx.now.toISOString(),
    overseerId: ctx.overseer?.overseerId ?? null,
    actorName: ctx.overseer?.name ?? entry.actorName ?? NOBODY,
    action: entry.action,
    entity: entry.entity,
    entityId: entry.entityId,
    villageId: entry.villageId ?? null,
    regencyCode: entry.regencyCode ?? null,
    details: entry.details ?? {},
    requestId: ctx.requestId,
  };
}

async function findOutcome<Outcome>(tx: DirectoryTx, key: string): Promise<{ outcome: Outcome } | null> {
  const [row] = await tx.select().from(overseerSubmits).where(eq(overseerSubmits.key, key));
  return row ? { outcome: row.outcome as Outcome } : null;
}

function submitRow(ctx: DirectoryWriter, key: string, outcome: unknown) {
  const overseerId = ctx.overseer?.overseerId ?? null;
  return { key, overseerId, outcome: outcome ?? null, createdAt: ctx.now.toISOString() };
}
