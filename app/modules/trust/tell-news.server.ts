import type { VillageCtx } from "#app/context.ts";
import { selectStaff, staffOf } from "#app/modules/accounts/staff.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { formatDate } from "#app/ui/format.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import type { TrustFacts } from "./load-trust.server.ts";
import { TRUST_NEWS } from "./words.ts";

export interface News {
  onceKey: string;
  title: string;
  body: string;
  href: string;
}

const PAGE = "/kantor/verifikasi";

/**
 * Tells leaders and administrator what the directory has decided about their village. Each event is one message however
 * often this runs; what is long over is told to nobody who came later.
 */
export async function tellNews(ctx: VillageCtx, facts: TrustFacts): Promise<void> {
  await tellAll(ctx, newsOf(ctx, facts));
}

function newsOf(ctx: VillageCtx, { village, letters, contests, lost, liftedAt }: TrustFacts): News[] {
  const news: News[] = [];
  if (village.state === "suspended" && village.suspendedAt && !lost)
    news.push({
      ...TRUST_NEWS.suspended(village.suspendedReason ?? ""),
      onceKey: `trust.suspended:${village.suspendedAt}`,
      href: PAGE,
    });
  if (village.state === "active" && liftedAt)
    news.push({ ...TRUST_NEWS.lifted, onceKey: `trust.lifted:${liftedAt}`, href: PAGE });
  if (village.verifiedAt && village.trust === "verified")
    news.push({ ...TRUST_NEWS.verified, onceKey: `trust.verified:${village.verifiedAt}`, href: PAGE });
  for (const { id, state, reason } of letters)
    if (state === "refused")
      news.push({ ...TRUST_NEWS.letterRefused(reason ?? ""), onceKey: `trust.letter:${id}`, href: PAGE });
  for (const { claim, replies } of contests) {
    const about = {
      onceKey: `trust.contest:${claim.id}:${claim.state}`,
      href: `${PAGE}/sanggahan/${claim.id}`,
    };
    if (claim.state === "waiting") news.push({ ...TRUST_NEWS.contested, ...about });
    if (claim.state === "refused") news.push({ ...TRUST_NEWS.contestRefused, ...about });
    if (claim.state === "accepted")
      news.push({ ...TRUST_NEWS.contestAccepted(endsDay(ctx, village.trialEndsAt ?? "")), ...about });
    for (const reply of replies) {
      const key = { onceKey: `trust.objection:${reply.id}:${reply.state}`, href: about.href };
      if (reply.state === "upheld") news.push({ ...TRUST_NEWS.objectionUpheld, ...key });
      if (reply.state === "refused")
        news.push({ ...TRUST_NEWS.objectionRefused(reply.reason ?? ""), ...key });
    }
  }
  return news;
}

/** Puts messages into the inboxes of the village's leaders and administrator, in one batch. */
export async function tellAll(ctx: VillageCtx, news: readonly News[]): Promise<void> {
  if (news.length === 0) return;
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const receivers = staffOf(await selectStaff(ctx.db))
    .filter((person) => person.isActive && (person.isAdmin || person.terms.some(isHeldOn(today))))
    .map((person) => person.accountId);
  const rows = news.flatMap((each) =>
    receivers.map((accountId) => ({
      ...each,
      id: newId(ctx.now),
      accountId,
      createdAt: ctx.now.toISOString(),
    })),
  );
  if (rows.length > 0) await ctx.db.insert(inboxItems).values(rows).onConflictDoNothing();
}

function isHeldOn(today: string) {
  return ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) =>
    startsOn <= today && (endsOn === null || endsOn > today);
}

/** The day of an instant in the village, `23 Januari 2027`. */
export function endsDay(ctx: Pick<VillageCtx, "tenant">, instant: string): string {
  return instant === "" ? "" : formatDate(dayIn(ctx.tenant.timeZone, new Date(instant)));
}
