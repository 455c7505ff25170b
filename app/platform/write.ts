import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { VillageTx } from "#db/open.ts";
import { submits } from "#db/village/schema/accounts.ts";
import { type AuditEntry, writeAudit } from "./audit.ts";

/** What the work of a verb gets: the transaction and the means to record what it did. */
export interface Write {
  tx: VillageTx;
  audit(entry: AuditEntry): Promise<void>;
}

/**
 * The one way to change a village's data: one transaction that holds the work, its audit rows and the outcome of the
 * submit key. The same key again returns the first outcome and does nothing (a double tap, a retry after a lost answer).
 * @param work reads, checks, writes and audits; throws a domain error to change nothing at all
 * @returns what `work` returned; it must survive JSON
 * @throws Error where the work wrote no audit row: a change that nobody can trace is a defect
 */
export async function write<Outcome>(
  ctx: VillageCtx,
  work: (write: Write) => Promise<Outcome>,
): Promise<Outcome> {
  return ctx.db.transaction(async (tx) => {
    const earlier = await findOutcome<Outcome>(ctx, tx);
    if (earlier) return earlier.outcome;
    let audited = 0;
    const audit = async (entry: AuditEntry) => {
      audited++;
      await writeAudit(tx, ctx, entry);
    };
    const outcome = await work({ tx, audit });
    if (audited === 0) throw new Error("a write without an audit row");
    if (ctx.submitKey) await tx.insert(submits).values(submitRow(ctx, ctx.submitKey, outcome));
    return outcome;
  });
}

/** A key counts for one account: somebody else's key finds nothing. */
function scopedKey(ctx: VillageCtx, submitKey: string): string {
  return `${accountOf(ctx) ?? "-"}:${submitKey}`;
}

function accountOf({ actor, resident }: VillageCtx): string | null {
  return actor?.accountId ?? resident?.accountId ?? null;
}

async function findOutcome<Outcome>(ctx: VillageCtx, tx: VillageTx): Promise<{ outcome: Outcome } | null> {
  if (!ctx.submitKey) return null;
  const [row] = await tx
    .select()
    .from(submits)
    .where(eq(submits.key, scopedKey(ctx, ctx.submitKey)));
  return row ? { outcome: row.outcome as Outcome } : null;
}

function submitRow(ctx: VillageCtx, submitKey: string, outcome: unknown) {
  return {
    key: scopedKey(ctx, submitKey),
    accountId: accountOf(ctx),
    outcome: outcome ?? null,
    createdAt: ctx.now.toISOString(),
  };
}
