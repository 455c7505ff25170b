import { asc, eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import type { DeskQueue, QueueItem } from "#app/platform/desk-queue.ts";
import { reading } from "#app/platform/read-together.ts";
import { permits } from "#db/village/schema/services.ts";
import { momentOf } from "./permits.server.ts";
import { carryItem, decideItem } from "./queue-rules.ts";

const MOST = 50;

const columns = {
  id: permits.id,
  kind: permits.kind,
  state: permits.state,
  applicantName: permits.applicantName,
  fromAt: permits.fromAt,
  untilAt: permits.untilAt,
  handedOn: permits.handedOn,
  deposit: permits.deposit,
  depositPaidOn: permits.depositPaidOn,
  depositReturnedOn: permits.depositReturnedOn,
};
export type QueuedPermit = Pick<typeof permits.$inferSelect, keyof typeof columns>;

/** On Meja kerja: what waits for a decision, for a deposit, for a place to come back, or for an answer. */
export const permitQueue: DeskQueue = {
  module: "permits",
  read: (ctx) => {
    const { permissions } = ctx.actor;
    const decides = permissions.has("permits.decide");
    if (!decides && !permissions.has("permits.write")) return reading([], () => []);
    const now = momentOf(ctx);
    const carries = permissions.has("permits.write");
    return reading([selectAsked(ctx), selectCarried(ctx)], ([asked, carried]): QueueItem[] => [
      ...(decides ? asked.map((row) => decideItem(row, now)) : []),
      ...(carries ? carried.flatMap((row) => carryItem(row, now) ?? []) : []),
    ]);
  },
};

function selectAsked({ db }: OfficeCtx) {
  return db
    .select(columns)
    .from(permits)
    .where(eq(permits.state, "asked"))
    .orderBy(asc(permits.fromAt))
    .limit(MOST);
}

function selectCarried({ db }: OfficeCtx) {
  return db
    .select(columns)
    .from(permits)
    .where(sql`${permits.state} IN ('granted', 'in-use', 'returned', 'handed-over')`)
    .orderBy(asc(permits.fromAt))
    .limit(MOST);
}
