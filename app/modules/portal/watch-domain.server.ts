import { and, eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { listHolders } from "#app/modules/accounts/list-holders.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { type InboxMessage, tell } from "#app/platform/inbox.ts";
import { endEverySession } from "#app/platform/sessions/end-every-session.ts";
import { type Write, write } from "#app/platform/write.ts";
import { customDomains } from "#db/village/schema/portal.ts";
import { readFacts, readWanted } from "./domain-facts.server.ts";
import { afterNight, isElsewhere, judgeDns, type Night, pointsHere } from "./domain-rules.ts";
import type { DomainRow } from "./domains.server.ts";
import { releaseHost, serveHost } from "./village-host.server.ts";
import { DOMAIN_WORDS } from "./words.ts";

const HERE = "/kantor/alamat-sendiri";

/**
 * One night's look at a host that is served: the leaders are told when it turns wrong, and on the third night it is let
 * go. Where somebody else answers at it, browsers would hand him the cookies of who signed in there: all sign in anew.
 * @throws ConflictError where the resolver does not answer; then nothing changes
 */
export async function watchDomain(ctx: VillageCtx, row: DomainRow): Promise<void> {
  const [facts, wanted] = await Promise.all([readFacts(ctx, row.host), readWanted(ctx, row.host)]);
  // Without Balai's own addresses nothing can be said of one that points by address.
  if (wanted.addresses.length === 0 && !facts.cname.includes(wanted.target))
    throw new ConflictError(DOMAIN_WORDS.unreachable);
  const findings = judgeDns(facts, wanted);
  const works = findings.every(({ isWrong }) => !isWrong);
  const night = afterNight(row, { works, pointsHere: pointsHere(facts, wanted) });
  if (night.isSwitchedOff) await releaseHost(ctx, row.host);
  if (works && row.state === "broken" && !(await serveHost(ctx, row.host))) return;
  const at = ctx.now.toISOString();
  const isRow = and(eq(customDomains.id, row.id), eq(customDomains.version, row.version));
  if (night.state === row.state && night.failedChecks === row.failedChecks) {
    await ctx.db.update(customDomains).set({ findings, checkedAt: at }).where(isRow);
    return;
  }
  await write({ ...ctx, submitKey: null }, async (work) => {
    const { state, failedChecks } = night;
    const moved = await work.tx
      .update(customDomains)
      .set({ state, failedChecks, findings, checkedAt: at, version: row.version + 1 })
      .where(isRow);
    if (moved.rowsAffected === 0) throw new ConflictError(DOMAIN_WORDS.stale);
    const isTold = failedChecks === 1 || night.isSwitchedOff;
    if (isTold && isElsewhere(facts, wanted)) await endEverySession(work.tx);
    await tellLeaders(ctx, work, row, night);
    const details = { alamat: row.host, bekerja: works, malam: failedChecks };
    const action = night.isSwitchedOff ? "domain.switch-off" : "domain.watch";
    await work.audit({ action, entity: "domain", entityId: row.id, details });
    return null;
  });
}

async function tellLeaders(ctx: VillageCtx, { tx }: Write, row: DomainRow, night: Night): Promise<void> {
  const message = messageOf(row, night);
  if (message) await tell(ctx, tx, await listHolders(ctx, tx, "portal.domain"), message);
}

/** When it turns wrong, when it is let go, and when it is right again; nothing on the nights between. */
function messageOf({ id, host, state, version }: DomainRow, night: Night): InboxMessage | null {
  const message = { onceKey: `domain:${id}:${version}`, href: HERE };
  if (night.isSwitchedOff)
    return { ...message, title: DOMAIN_WORDS.offTitle(host), body: DOMAIN_WORDS.offBody };
  if (state === "working")
    return { ...message, title: DOMAIN_WORDS.brokeTitle(host), body: DOMAIN_WORDS.brokeBody };
  return night.state === "working" ? { ...message, title: DOMAIN_WORDS.mendedTitle(host) } : null;
}
