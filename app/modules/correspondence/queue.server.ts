import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import type { DeskQueue, QueueItem } from "#app/platform/desk-queue.ts";
import { type Reading, reading } from "#app/platform/read-together.ts";
import { dispositions, incomingLetters } from "#db/village/schema/letters.ts";
import { readsSecrets, todayOf } from "./incoming.server.ts";
import { disposeItem, followItem } from "./queue-rules.ts";

const MOST = 100;

/** On Meja kerja: letters that wait for a leader's disposition, and what was passed on to whoever looks. */
export const mailQueue: DeskQueue = {
  module: "correspondence",
  read: (ctx) => {
    const { actor } = ctx;
    if (!actor.permissions.has("mail.read")) return reading([], () => []);
    return readsSecrets(ctx) ? ownAndUndisposed(ctx) : own(ctx);
  },
};

function own(ctx: OfficeCtx): Reading<QueueItem[]> {
  const today = todayOf(ctx);
  return reading([selectOwn(ctx)], ([rows]) => rows.map((row) => followItem(row, today)));
}

function ownAndUndisposed(ctx: OfficeCtx): Reading<QueueItem[]> {
  const today = todayOf(ctx);
  return reading([selectOwn(ctx), selectUndisposed(ctx)], ([rows, letters]) => [
    ...rows.map((row) => followItem(row, today)),
    ...letters.map((row) => disposeItem(row, today)),
  ]);
}

const isOpen = and(isNull(incomingLetters.closedAt), isNull(incomingLetters.voidedAt));

function selectOwn({ db, actor }: OfficeCtx) {
  return db
    .select({
      id: dispositions.id,
      incomingId: incomingLetters.id,
      subject: incomingLetters.subject,
      sender: incomingLetters.sender,
      dueOn: dispositions.dueOn,
      createdAt: dispositions.createdAt,
    })
    .from(dispositions)
    .innerJoin(incomingLetters, eq(incomingLetters.id, dispositions.incomingId))
    .where(and(eq(dispositions.toAccountId, actor.accountId), isNull(dispositions.doneAt), isOpen))
    .orderBy(sql`${dispositions.dueOn} IS NULL`, asc(dispositions.dueOn), asc(dispositions.createdAt))
    .limit(MOST);
}

function selectUndisposed({ db }: OfficeCtx) {
  const hasNone = sql`NOT EXISTS (SELECT 1 FROM dispositions d WHERE d.incoming_id = incoming_letters.id)`;
  return db
    .select()
    .from(incomingLetters)
    .where(and(isOpen, hasNone))
    .orderBy(asc(incomingLetters.receivedOn), asc(incomingLetters.id))
    .limit(MOST);
}
