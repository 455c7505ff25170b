import { eq, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { Device } from "#app/platform/http/device.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { tellWhere } from "#app/platform/inbox.ts";
import { newSession, type SessionRow } from "#app/platform/sessions/sessions.ts";
import { formatDateTime } from "#app/ui/format.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { sessions } from "#db/village/schema/accounts.ts";
import { forgetAttempts } from "./attempts.server.ts";
import { DEVICE_WORDS } from "./words.ts";

/** What a page needs to let somebody in: the token for the cookie, whose it is, and what it still lacks. */
export interface SignedIn {
  token: string;
  accountId: string;
  /** The session opens nothing but the page of the second factor. */
  owesSecondFactor: boolean;
}

/** A session that owes its second factor does not wait for it long. */
const OWING_MINUTES = 15;

/**
 * Starts a session after a right password, in one round trip. Where the account has a second factor it owes that.
 * @param endedSessionId session that ends in the same step
 */
export async function startSession(
  ctx: VillageCtx,
  accountId: string,
  device: Device,
  endedSessionId = "",
): Promise<SignedIn> {
  const { token, row } = await newSession(accountId, device.name, ctx.now);
  const [started] = await ctx.db.batch([
    insertSession(ctx.db, row, ctx.now),
    ...(await noteDevice(ctx, ctx.db, row, device)),
    ...(await forgetAttempts(ctx, accountId, device)),
    ctx.db.delete(sessions).where(eq(sessions.id, endedSessionId)),
  ]);
  return { token, accountId, owesSecondFactor: started[0]?.owesSecondFactor ?? true };
}

/** The same inside a transaction that does more than let somebody in. */
export async function startSessionIn(
  ctx: VillageCtx,
  tx: VillageTx,
  row: SessionRow,
  device: Device,
): Promise<{ owesSecondFactor: boolean }> {
  const [started] = await insertSession(tx, row, ctx.now);
  for (const statement of await noteDevice(ctx, tx, row, device)) await statement;
  return { owesSecondFactor: started?.owesSecondFactor ?? true };
}

/** The database decides what the session owes: a factor set up at this moment counts. */
function insertSession(db: VillageDb | VillageTx, row: SessionRow, now: Date) {
  const owes = sql`((SELECT totp_confirmed_at IS NOT NULL FROM accounts WHERE id = ${row.accountId})
    OR EXISTS (SELECT 1 FROM passkeys WHERE account_id = ${row.accountId}))`;
  const soon = new Date(now.getTime() + OWING_MINUTES * 60_000).toISOString();
  return db
    .insert(sessions)
    .values({
      ...row,
      owesSecondFactor: owes,
      expiresAt: sql`CASE WHEN ${owes} THEN ${soon} ELSE ${row.expiresAt} END`,
    })
    .returning({ owesSecondFactor: sessions.owesSecondFactor });
}

/**
 * Statements that remember the device of a session which owes nothing, and tell its account where it is a new one. An
 * account's very first device is told to nobody.
 */
export async function noteDevice(
  ctx: Pick<VillageCtx, "now" | "tenant">,
  db: VillageDb | VillageTx,
  session: Pick<SessionRow, "id" | "accountId">,
  device: Device,
) {
  const { accountId } = session;
  const hash = await sha256Hex(device.token);
  const at = ctx.now.toISOString();
  const isIn = sql`EXISTS (SELECT 1 FROM sessions WHERE id = ${session.id} AND owes_second_factor = 0)`;
  const isNew = sql`EXISTS (SELECT 1 FROM known_devices WHERE account_id = ${accountId})
    AND NOT EXISTS (SELECT 1 FROM known_devices WHERE account_id = ${accountId} AND device_hash = ${hash})`;
  const message = {
    onceKey: `device:${session.id}`,
    title: DEVICE_WORDS.newTitle,
    body: DEVICE_WORDS.newBody(device.name, formatDateTime(ctx.now, ctx.tenant.timeZone)),
    href: "/kantor/akun/perangkat",
  };
  return [
    tellWhere(db, ctx.now, accountId, message, sql`${isIn} AND ${isNew}`),
    db.run(sql`INSERT INTO known_devices (account_id, device_hash, device, first_seen_at, last_seen_at)
      SELECT ${accountId}, ${hash}, ${device.name}, ${at}, ${at} WHERE ${isIn}
      ON CONFLICT (account_id, device_hash) DO UPDATE SET device = excluded.device, last_seen_at = excluded.last_seen_at`),
  ] as const;
}
