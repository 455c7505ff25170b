import type { VillageCtx } from "#app/context.ts";
import type { VillageTx } from "#db/open.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import type { Actor } from "./actor.ts";
import { newId } from "./ids.ts";
import { RESIDENT_ACTOR, type Resident } from "./resident.ts";

/** What an audit row says besides who and when. */
export interface AuditEntry {
  /** Imperative, `programme.submit`. */
  action: string;
  entity: string;
  entityId: string;
  /** Record under whose history the row also shows. */
  parentId?: string;
  /** What changed: short values, never a resident's identifiers or a secret. */
  details?: Record<string, unknown>;
}

/** Writes one row of the append-only log inside the transaction of the change that it tells of. */
export async function writeAudit(tx: VillageTx, ctx: VillageCtx, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values(auditRow(ctx, entry));
}

/** The row that writeAudit writes, for changes that go as one batch. */
export function auditRow(
  ctx: Pick<VillageCtx, "now" | "requestId"> & {
    actor: Pick<Actor, "accountId" | "name"> | null;
    resident?: Pick<Resident, "accountId"> | null;
  },
  entry: AuditEntry,
): typeof auditLog.$inferInsert {
  return {
    id: newId(ctx.now),
    at: ctx.now.toISOString(),
    accountId: ctx.actor?.accountId ?? ctx.resident?.accountId ?? null,
    actorName: ctx.actor?.name ?? (ctx.resident ? RESIDENT_ACTOR : "Balai"),
    action: entry.action,
    entity: entry.entity,
    entityId: entry.entityId,
    parentId: entry.parentId ?? null,
    details: entry.details ?? {},
    requestId: ctx.requestId,
  };
}
