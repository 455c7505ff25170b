import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { listHolders } from "#app/modules/accounts/list-holders.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { tell } from "#app/platform/inbox.ts";
import type { DueHandler } from "#app/platform/jobs/due.ts";
import { nextNight } from "#app/platform/jobs/nights.ts";
import { deadlineState, nextDeadlineStep } from "#app/platform/privacy/deadline-rules.ts";
import type { PersonData } from "#app/platform/privacy/person-data.ts";
import { TERMS_VERSIONS, type TermsVersion } from "#app/platform/privacy/processor-terms.ts";
import { selectAccepted } from "#app/platform/privacy/require-terms.ts";
import { presentTerms, termsState } from "#app/platform/privacy/terms-rules.ts";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import type { VillageTx } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { breaches, personRequests } from "#db/village/schema/privacy.ts";
import { termsKey } from "./accept-terms.server.ts";
import { isNoticeOpen } from "./breach-rules.ts";
import { PRIVACY_KIND } from "./privacy-kind.ts";
import { repeatDeletions } from "./remove-person.server.ts";
import { breachKey, requestKey } from "./watch-rules.ts";
import { BREACH_WORDS, REQUEST_WORDS, TERMS_WORDS } from "./words.ts";

/** Rows looked at in a run: those that are due first. */
const MOST = 200;

/** Something with a deadline, and what is said of it at each step. */
interface Watched {
  dueAt: string;
  href: string;
  key(step: string): string;
  title: { pressing: string; late: string };
}

/**
 * Tells who leads the village of deadlines for personal data that press or have passed, and of terms that wait: each
 * once, and repeats deletions that a restore undid. Looked at each night besides, so that none depends on one message.
 */
export function createPrivacyDue(data: readonly PersonData[], versions = TERMS_VERSIONS): DueHandler {
  return { kind: PRIVACY_KIND, run: (ctx) => runPrivacy(ctx, data, versions) };
}

async function runPrivacy(
  ctx: VillageCtx,
  data: readonly PersonData[],
  versions: readonly TermsVersion[],
): Promise<{ nextDueAt: Date }> {
  await repeatDeletions(ctx, data);
  const watched = await listWatched(ctx);
  const accepted = (await selectAccepted(ctx.db)).map(({ version }) => version);
  await ctx.db.transaction(async (tx) => {
    const leaders = await listHolders(ctx, tx, "privacy.requests");
    for (const each of watched) await tellStep(ctx, tx, leaders, each);
    await tellTerms(ctx, tx, accepted, versions);
  });
  const steps = watched.flatMap(({ dueAt }) => nextDeadlineStep(dueAt, ctx.now) ?? []);
  const night = nextNight(ctx.tenant, ctx.now);
  return { nextDueAt: steps.reduce((first, step) => (step < first ? step : first), night) };
}

async function listWatched({ db }: VillageCtx): Promise<Watched[]> {
  const [requests, open] = await db.batch([
    db
      .select()
      .from(personRequests)
      .where(eq(personRequests.state, "open"))
      .orderBy(asc(personRequests.answerDueAt))
      .limit(MOST),
    db
      .select()
      .from(breaches)
      .where(isNull(breaches.closedAt))
      .orderBy(asc(breaches.noticeDueAt))
      .limit(MOST),
  ]);
  return [
    ...open.filter(isNoticeOpen).map((row) => ({
      dueAt: row.noticeDueAt,
      href: `/kantor/data-pribadi/insiden/${row.id}`,
      key: (step: string) => breachKey(row.id, step),
      title: { pressing: BREACH_WORDS.toldTitle, late: BREACH_WORDS.lateTitle },
    })),
    ...requests.map((row) => ({
      dueAt: row.answerDueAt,
      href: `/kantor/data-pribadi/permintaan/${row.id}`,
      key: (step: string) => requestKey(row.id, step),
      title: { pressing: REQUEST_WORDS.told(row.subjectName), late: REQUEST_WORDS.late(row.subjectName) },
    })),
  ];
}

async function tellStep(ctx: VillageCtx, tx: VillageTx, leaders: string[], each: Watched): Promise<void> {
  const step = deadlineState(each.dueAt, ctx.now);
  if (step === "ahead") return;
  await tell(ctx, tx, leaders, {
    onceKey: each.key(step),
    title: each.title[step],
    body: `Batasnya ${formatDateTime(Date.parse(each.dueAt), ctx.tenant.timeZone)}.`,
    href: each.href,
  });
}

/**
 * Of a new version whoever may accept is told once: the head, or while there is none who signed the village up. The
 * first version stands on his desk from the start.
 */
async function tellTerms(
  ctx: VillageCtx,
  tx: VillageTx,
  accepted: readonly string[],
  versions: readonly TermsVersion[],
): Promise<void> {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const standing = termsState(accepted, versions, today);
  if (standing.state !== "renew") return;
  const heads = await listHolders(ctx, tx, "privacy.decide");
  const asked = heads.length > 0 ? heads : await listAdmins(ctx, tx);
  await tell(ctx, tx, asked, {
    onceKey: termsKey(presentTerms(versions, today).version),
    title: TERMS_WORDS.deskTitle,
    body: TERMS_WORDS.deskRenew(formatDate(standing.until)),
    href: "/kantor/data-pribadi/perjanjian",
  });
}

async function listAdmins(ctx: VillageCtx, tx: VillageTx): Promise<string[]> {
  const isActiveAdmin = and(
    eq(accounts.isAdmin, true),
    eq(accounts.state, "active"),
    lte(accounts.createdAt, ctx.now.toISOString()),
  );
  const rows = await tx.select({ id: accounts.id }).from(accounts).where(isActiveAdmin);
  return rows.map(({ id }) => id);
}
