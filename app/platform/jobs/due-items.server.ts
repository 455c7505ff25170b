import { and, eq, inArray, isNull, lte, notInArray, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { dueItems, inboxItems } from "#db/village/schema/jobs.ts";
import { instantOf } from "../clock.ts";
import { newId } from "../ids.ts";

/** Hour of the village's morning at which things fall due. */
export const DUE_HOUR = 7;

/** One thing that falls due: whom to tell what from which day on. */
export interface DueThing {
  dueKey: string;
  kind: string;
  subjectId: string;
  /** `YYYY-MM-DD` in the village's zone. */
  dueOn: string;
  /** Accounts that are told. */
  receivers: readonly string[];
  title: string;
  href: string;
}

/**
 * Makes the due rows of a module equal to what is wanted: missing ones are written, the others settled and their
 * messages marked as read. A row that was moved back is open again, but never tells twice.
 * @param kinds all kinds that the module keeps; rows of other kinds are left alone
 */
export async function reconcileDue(
  ctx: VillageCtx,
  kinds: readonly string[],
  things: readonly DueThing[],
): Promise<void> {
  const at = ctx.now.toISOString();
  const keys = things.map((thing) => thing.dueKey);
  const settle = ctx.db
    .update(dueItems)
    .set({ state: sql`iif(${dueItems.notifiedAt} IS NULL, 'cancelled', 'done')`, settledAt: at })
    .where(
      and(
        eq(dueItems.state, "open"),
        inArray(dueItems.kind, [...kinds]),
        keys.length > 0 ? notInArray(dueItems.dueKey, keys) : undefined,
      ),
    );
  const opened = things.map((thing) =>
    ctx.db
      .insert(dueItems)
      .values({
        id: newId(ctx.now),
        dueKey: thing.dueKey,
        kind: thing.kind,
        subjectId: thing.subjectId,
        dueAt: instantOf(ctx.tenant.timeZone, thing.dueOn, DUE_HOUR).toISOString(),
        state: "open",
        createdAt: at,
      })
      .onConflictDoUpdate({ target: dueItems.dueKey, set: { state: "open", settledAt: null } }),
  );
  const read = ctx.db
    .update(inboxItems)
    .set({ readAt: at })
    .where(
      and(
        isNull(inboxItems.readAt),
        sql`${inboxItems.onceKey} IN (SELECT due_key FROM due_items WHERE settled_at = ${at})`,
      ),
    );
  await ctx.db.batch([settle, ...opened, read]);
}

/**
 * Tells of what has fallen due. Message and mark go in one batch, and an account gets a message once by its key: a run
 * that dies in between does no harm.
 */
export async function notifyDue(
  ctx: VillageCtx,
  kinds: readonly string[],
  things: readonly DueThing[],
): Promise<void> {
  const at = ctx.now.toISOString();
  const due = await ctx.db
    .select()
    .from(dueItems)
    .where(
      and(
        eq(dueItems.state, "open"),
        isNull(dueItems.notifiedAt),
        lte(dueItems.dueAt, at),
        inArray(dueItems.kind, [...kinds]),
      ),
    );
  const byKey = new Map(things.map((thing) => [thing.dueKey, thing]));
  for (const { id, dueKey } of due) {
    const thing = byKey.get(dueKey);
    if (!thing) continue;
    const messages = thing.receivers.map((accountId) => {
      const { title, href } = thing;
      const row = { id: newId(ctx.now), accountId, onceKey: dueKey, title, href, createdAt: at };
      return ctx.db.insert(inboxItems).values(row).onConflictDoNothing();
    });
    const mark = ctx.db
      .update(dueItems)
      .set({ notifiedAt: at })
      .where(and(eq(dueItems.id, id), isNull(dueItems.notifiedAt)));
    await ctx.db.batch([mark, ...messages]);
  }
}
