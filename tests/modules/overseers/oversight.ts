import { eq } from "drizzle-orm";
import type { OversightCtx, PortalCtx } from "#app/context.ts";
import { loadOverseer } from "#app/modules/overseers/load-overseer.server.ts";
import { readSessionToken } from "#app/platform/sessions/sessions.ts";
import { type SeedOverseer, seedOverseer, seedOverseerSession } from "#app/seed/seed-overseer.ts";
import { directoryAudit } from "#db/directory/schema/overseers.ts";
import { cheapHash } from "#tests/support/cheap-hash.ts";
import type { TestPortal } from "#tests/support/test-portal.ts";

export const PASSWORD = "kopi lombok pagi";

/** Somebody above the villages with a password. @returns id and user name */
export async function overseerWithPassword(
  portal: TestPortal,
  facts: Partial<SeedOverseer> = {},
): Promise<{ id: string; username: string }> {
  const username = `uji-${crypto.randomUUID().slice(0, 8)}`;
  const person = {
    kind: "operator" as const,
    name: "Baiq Ratna",
    username,
    passwordHash: cheapHash(PASSWORD),
    ...facts,
  };
  return { id: await seedOverseer(portal.directory, portal.ctx().now, person), username: person.username };
}

/** The context that the guard makes of a token; null where it lets nobody in. */
export async function ctxOfToken(ctx: PortalCtx, token: string): Promise<OversightCtx | null> {
  const halves = readSessionToken(token);
  const loaded = halves && (await loadOverseer(ctx, halves));
  return loaded ? { ...ctx, overseer: loaded.overseer } : null;
}

/** Somebody signed in, past his second factor unless told. */
export async function ctxAs(
  portal: TestPortal,
  facts: Partial<SeedOverseer> = {},
  { owes = false, ctx = portal.ctx() }: { owes?: boolean; ctx?: PortalCtx } = {},
): Promise<OversightCtx> {
  const { id } = await overseerWithPassword(portal, facts);
  const token = await seedOverseerSession(portal.directory, ctx.now, id, owes);
  const found = await ctxOfToken(ctx, token);
  if (!found) throw new Error("nobody");
  return found;
}

/** What the audit says was done to a record, oldest first. */
export async function auditOf(portal: TestPortal, entityId: string): Promise<string[]> {
  const rows = await portal.directory
    .select()
    .from(directoryAudit)
    .where(eq(directoryAudit.entityId, entityId));
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((row) => row.action);
}
