import { and, eq, isNull } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { holdersStatement } from "#app/modules/accounts/list-holders.server.ts";
import { addDays, dayIn, instantOf } from "#app/platform/clock.ts";
import type { DueHandler } from "#app/platform/jobs/due.ts";
import { DUE_HOUR, notifyDue, reconcileDue } from "#app/platform/jobs/due-items.server.ts";
import { dispositions, incomingLetters } from "#db/village/schema/letters.ts";
import { type DueLetter, dueThings, MAIL_DUE_KINDS } from "./due-rules.ts";
import { MAIL_KIND } from "./mail-kind.ts";

/** With nothing dated nothing falls due; a look a week finds what a wake-up that was lost would have told of. */
const IDLE_DAYS = 7;

/** Tells officials of dispositions and answers that fall due. Worked out anew in each run. */
export const mailDue: DueHandler = {
  kind: MAIL_KIND,
  run: async (ctx) => {
    const [letters, leaders] = await readOpen(ctx);
    const things = dueThings(letters, leaders);
    await reconcileDue(ctx, MAIL_DUE_KINDS, things);
    await notifyDue(ctx, MAIL_DUE_KINDS, things);
    const days = things.length > 0 ? 1 : IDLE_DAYS;
    const today = dayIn(ctx.tenant.timeZone, ctx.now);
    return { nextDueAt: instantOf(ctx.tenant.timeZone, addDays(today, days), DUE_HOUR) };
  },
};

async function readOpen(ctx: VillageCtx): Promise<[DueLetter[], string[]]> {
  const isOpen = and(isNull(incomingLetters.closedAt), isNull(incomingLetters.voidedAt));
  const [letters, follows, leaders] = await ctx.db.batch([
    ctx.db.select().from(incomingLetters).where(isOpen),
    ctx.db
      .select({
        id: dispositions.id,
        incomingId: dispositions.incomingId,
        toAccountId: dispositions.toAccountId,
        fromAccountId: dispositions.fromAccountId,
        dueOn: dispositions.dueOn,
      })
      .from(dispositions)
      .innerJoin(incomingLetters, eq(incomingLetters.id, dispositions.incomingId))
      .where(and(isOpen, isNull(dispositions.doneAt))),
    holdersStatement(ctx, ctx.db, "mail.dispose"),
  ]);
  const due = letters.map(({ id, subject, answerDueOn, answeredByLetterId }) => ({
    id,
    subject,
    answerDueOn,
    isAnswered: answeredByLetterId !== null,
    follows: follows.filter((row) => row.incomingId === id),
  }));
  return [due, leaders.map(({ accountId }) => accountId)];
}
