import { count, desc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { STATUS } from "#app/modules/population/person-rules.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts } from "#db/village/schema/residents.ts";
import { correctable } from "./correction-rules.ts";
import { selectWaitingProposals } from "./corrections.server.ts";
import { selectWaiting } from "./registrations.server.ts";
import { selectOpenSlip } from "./slips.server.ts";

/** What the office has to do with residents' accounts, in one round trip. */
export async function loadOfficeAccounts(ctx: OfficeCtx) {
  const [waiting, proposals, [all]] = await ctx.db.batch([
    selectWaiting(ctx.db),
    selectWaitingProposals(ctx.db),
    ctx.db.select({ all: count() }).from(residentAccounts).where(eq(residentAccounts.state, "active")),
  ]);
  return {
    waiting,
    proposals: proposals.map((row) => ({ ...row, label: correctable(row.field)?.label ?? row.field })),
    accounts: all?.all ?? 0,
  };
}

/** One resident with his account and his open slip. */
export async function loadPersonAccount(ctx: OfficeCtx, residentId: string) {
  const [people, [account], [slip]] = await ctx.db.batch([
    ctx.db.select().from(residents).where(eq(residents.id, residentId)),
    ctx.db.select().from(residentAccounts).where(eq(residentAccounts.residentId, residentId)),
    selectOpenSlip(ctx.db, residentId, ctx.now),
  ]);
  const [person] = people;
  if (!person) throw new NotFoundError();
  return {
    person: {
      id: person.id,
      name: person.name,
      isHere: person.status === STATUS.here,
      hasNik: person.nikIndex !== null,
    },
    account: account && { state: account.state, createdAt: account.createdAt, version: account.version },
    slip: slip && { createdAt: slip.createdAt, expiresAt: slip.expiresAt },
  };
}

/** Accounts that were made last. */
export function selectLatestAccounts(ctx: OfficeCtx) {
  return ctx.db
    .select({ id: residents.id, name: residents.name, state: residentAccounts.state })
    .from(residentAccounts)
    .innerJoin(residents, eq(residents.id, residentAccounts.residentId))
    .orderBy(desc(residentAccounts.createdAt))
    .limit(20);
}
