import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { type Attempts, countAttempt, forgetAttempt, refuseLocked } from "#app/platform/attempts.ts";
import { ConflictError, FieldError, NotFoundError } from "#app/platform/errors.ts";
import type { Device } from "#app/platform/http/device.ts";
import type { PasskeyAnswerInput } from "#app/platform/second-factor/input.ts";
import {
  finishAsking,
  type GetCeremony,
  passkeySite,
  startAsking,
} from "#app/platform/second-factor/passkeys.ts";
import { hashRecoveryCode, readRecoveryCode } from "#app/platform/second-factor/recovery-code.ts";
import type { Factors } from "#app/platform/second-factor/store.ts";
import { passTotp } from "#app/platform/second-factor/use-totp.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import { sessionExpiry } from "#app/platform/sessions/sessions.ts";
import { write } from "#app/platform/write.ts";
import { sessions, signInAttempts } from "#db/village/schema/accounts.ts";
import { recoveryCodes } from "#db/village/schema/security.ts";
import { accountFactors } from "./factor-store.server.ts";
import { noteDevice } from "./start-session.server.ts";

/** Wrong codes that an account may give in a window: a code of 6 digits is guessed in years, not days. */
export const FACTOR_ATTEMPTS = 5;

/** What the own account may show as its second factor. */
export async function getOwnFactors(ctx: OfficeCtx): Promise<Factors> {
  const factors = await accountFactors(ctx, ctx.db).findFactors(ctx.actor.accountId);
  if (!factors) throw new NotFoundError();
  return factors;
}

/** What a phone shows where this village asks. */
export function villageSite(ctx: Pick<OfficeCtx, "tenant">, url: URL) {
  return passkeySite(url, `Balai ${ctx.tenant.name}`);
}

/**
 * Opens the session by a code: of the authenticator app, or for recovery.
 * @returns `recovery` where a code for recovery was used up: the lost factor should be set up anew
 * @throws FieldError for a wrong or used code; LimitError after too many
 */
export async function passByCode(ctx: OfficeCtx, code: string, device: Device): Promise<"totp" | "recovery"> {
  const { accountId } = ctx.actor;
  const [counter] = await countAttempt(attemptsOf(ctx), sql`${subjectOf(accountId)}`, FACTOR_ATTEMPTS);
  refuseLocked(ctx.now, counter, FACTOR_ATTEMPTS, FACTOR_WORDS.tooMany);
  const recovery = readRecoveryCode(code);
  if (recovery) {
    await spendRecoveryCode(ctx, recovery);
    await openSession(ctx, device);
    return "recovery";
  }
  const store = accountFactors(ctx, ctx.db);
  const outcome = await passTotp(store, accountId, await getOwnFactors(ctx), code, ctx.now);
  if (outcome === "wrong") throw new FieldError("kode", FACTOR_WORDS.wrongCode);
  if (outcome === "used") throw new FieldError("kode", FACTOR_WORDS.usedCode);
  await openSession(ctx, device);
  return "totp";
}

/** Begins the showing of a passkey in place of a code. */
export async function startPasskey(ctx: OfficeCtx, url: URL): Promise<GetCeremony> {
  const { accountId: id, sessionId } = ctx.actor;
  const { passkeys } = await getOwnFactors(ctx);
  if (passkeys.length === 0) throw new ConflictError(FACTOR_WORDS.passkeyGone);
  const store = accountFactors(ctx, ctx.db);
  return startAsking(store, villageSite(ctx, url), { id, sessionId, passkeys }, ctx.now);
}

/** Opens the session by a passkey. @throws FieldError where it is not this account's, or no answer to the challenge */
export async function passByPasskey(
  ctx: OfficeCtx,
  url: URL,
  input: PasskeyAnswerInput,
  device: Device,
): Promise<void> {
  const { accountId: id, sessionId } = ctx.actor;
  const answer = { challengeId: input.tantangan, response: input.jawaban };
  const store = accountFactors(ctx, ctx.db);
  const passed = await finishAsking(store, villageSite(ctx, url), { id, sessionId }, answer, ctx.now);
  if (!passed) throw new FieldError("", FACTOR_WORDS.passkeyRefused);
  await openSession(ctx, device);
}

/** Uses a code up: of two at once one wins. */
async function spendRecoveryCode(ctx: OfficeCtx, code: string): Promise<void> {
  const { accountId } = ctx.actor;
  const codeHash = await hashRecoveryCode(code);
  const usedAt = ctx.now.toISOString();
  await write(ctx, async ({ tx, audit }) => {
    const [used] = await tx
      .update(recoveryCodes)
      .set({ usedAt })
      .where(
        and(
          eq(recoveryCodes.accountId, accountId),
          eq(recoveryCodes.codeHash, codeHash),
          isNull(recoveryCodes.usedAt),
          isNull(recoveryCodes.revokedAt),
          gt(recoveryCodes.expiresAt, usedAt),
        ),
      )
      .returning({ id: recoveryCodes.id });
    if (!used) throw new FieldError("kode", FACTOR_WORDS.wrongRecovery);
    await audit({ action: "account.use-recovery-code", entity: "account", entityId: accountId });
  });
}

async function openSession(ctx: OfficeCtx, device: Device): Promise<void> {
  const { accountId, sessionId } = ctx.actor;
  const opened = { owesSecondFactor: false, expiresAt: sessionExpiry(ctx.now) };
  await ctx.db.batch([
    ctx.db.update(sessions).set(opened).where(eq(sessions.id, sessionId)),
    ...(await noteDevice(ctx, ctx.db, { id: sessionId, accountId }, device)),
    forgetAttempt(attemptsOf(ctx), subjectOf(accountId)),
  ]);
}

function attemptsOf(ctx: OfficeCtx): Attempts {
  return { db: ctx.db, table: signInAttempts, now: ctx.now };
}

function subjectOf(accountId: string): string {
  return `factor:${accountId}`;
}
