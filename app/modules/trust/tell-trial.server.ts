import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import { trialDaysLeft } from "#app/platform/trial.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { dueItems } from "#db/village/schema/jobs.ts";
import { endsDay, tellAll } from "./tell-news.server.ts";
import { AFTER_SILENCE_DAYS, after, dueNotice } from "./trial-rules.ts";
import { TRUST_NEWS } from "./words.ts";

const KIND = "trust.trial";

/** When the village was last told of this very end, or null: an end that was moved is told anew. */
export async function findLastNotice(ctx: VillageCtx, trialEndsAt: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ at: dueItems.notifiedAt })
    .from(dueItems)
    .where(and(eq(dueItems.kind, KIND), eq(dueItems.subjectId, trialEndsAt), isNotNull(dueItems.notifiedAt)))
    .orderBy(desc(dueItems.notifiedAt))
    .limit(1);
  return row?.at ?? null;
}

/**
 * Gives the notice that is due for the end of the trial, once. Where the end has come and nobody was told a day before,
 * it is moved so that there is time to act.
 * @returns the end as it stands now
 */
export async function tellTrialNotice(
  ctx: VillageCtx,
  trialEndsAt: string,
  isTooLate: boolean,
): Promise<string> {
  const end = isTooLate ? await moveEnd(ctx, trialEndsAt) : trialEndsAt;
  const days = dueNotice(end, ctx.now);
  if (days === null) return end;
  const dueKey = `${KIND}:${end}:${days}`;
  await tellAll(ctx, [
    {
      ...TRUST_NEWS.trialEnds(trialDaysLeft(end, ctx.now) ?? 0, endsDay(ctx, end)),
      onceKey: dueKey,
      href: "/kantor/verifikasi",
    },
  ]);
  const at = ctx.now.toISOString();
  // After the messages: a run that dies in between tells nobody twice, and is not counted as told.
  await ctx.db
    .insert(dueItems)
    .values({
      id: newId(ctx.now),
      dueKey,
      kind: KIND,
      subjectId: end,
      dueAt: at,
      state: "done",
      notifiedAt: at,
      settledAt: at,
      createdAt: at,
    })
    .onConflictDoNothing();
  return end;
}

async function moveEnd(ctx: VillageCtx, trialEndsAt: string): Promise<string> {
  const later = after(ctx.now, AFTER_SILENCE_DAYS);
  const isSame = and(eq(villages.id, ctx.tenant.villageId), eq(villages.trialEndsAt, trialEndsAt));
  await ctx.directory.update(villages).set({ trialEndsAt: later }).where(isSame);
  return later;
}
