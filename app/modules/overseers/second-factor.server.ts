import { eq, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { countAttempt, forgetAttempt, refuseLocked } from "#app/platform/attempts.ts";
import { ConflictError, FieldError, NotFoundError } from "#app/platform/errors.ts";
import type { PasskeyAnswerInput } from "#app/platform/second-factor/input.ts";
import {
  finishAsking,
  type GetCeremony,
  passkeySite,
  startAsking,
} from "#app/platform/second-factor/passkeys.ts";
import type { Factors } from "#app/platform/second-factor/store.ts";
import { passTotp } from "#app/platform/second-factor/use-totp.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import { directoryAuditRow } from "#app/platform/write-directory.ts";
import { directoryAudit, overseerSessions } from "#db/directory/schema/overseers.ts";
import { overseerFactors } from "./factor-store.server.ts";
import { attemptsOf } from "./overseer-attempts.server.ts";

/** Wrong codes that an account may give in a window: a code of 6 digits is guessed in years, not days. */
export const FACTOR_ATTEMPTS = 5;

/** What the portal calls itself where a phone asks. */
export const PORTAL_NAME = "Balai";

/** What the own account may show as its second factor. */
export async function getOwnFactors(ctx: OversightCtx): Promise<Factors> {
  const factors = await overseerFactors(ctx, ctx.directory).findFactors(ctx.overseer.overseerId);
  if (!factors) throw new NotFoundError();
  return factors;
}

/**
 * Opens the session by a code of the authenticator app.
 * @throws FieldError for a wrong or used code; LimitError after too many
 */
export async function passByCode(ctx: OversightCtx, code: string): Promise<void> {
  const { overseerId } = ctx.overseer;
  const [counter] = await countAttempt(attemptsOf(ctx), sql`${subjectOf(overseerId)}`, FACTOR_ATTEMPTS);
  refuseLocked(ctx.now, counter, FACTOR_ATTEMPTS, FACTOR_WORDS.tooMany);
  const factors = await getOwnFactors(ctx);
  const outcome = await passTotp(overseerFactors(ctx, ctx.directory), overseerId, factors, code, ctx.now);
  if (outcome === "wrong") throw new FieldError("kode", FACTOR_WORDS.wrongCode);
  if (outcome === "used") throw new FieldError("kode", FACTOR_WORDS.usedCode);
  await openSession(ctx, "kode");
}

/** Begins the showing of a passkey in place of a code. */
export async function startPasskey(ctx: OversightCtx, url: URL): Promise<GetCeremony> {
  const { overseerId: id, sessionId } = ctx.overseer;
  const { passkeys } = await getOwnFactors(ctx);
  if (passkeys.length === 0) throw new ConflictError(FACTOR_WORDS.passkeyGone);
  const store = overseerFactors(ctx, ctx.directory);
  return startAsking(store, passkeySite(url, PORTAL_NAME), { id, sessionId, passkeys }, ctx.now);
}

/** Opens the session by a passkey. @throws FieldError where it is not this account's, or no answer to the challenge */
export async function passByPasskey(ctx: OversightCtx, url: URL, input: PasskeyAnswerInput): Promise<void> {
  const { overseerId: id, sessionId } = ctx.overseer;
  const answer = { challengeId: input.tantangan, response: input.jawaban };
  const site = passkeySite(url, PORTAL_NAME);
  const passed = await finishAsking(
    overseerFactors(ctx, ctx.directory),
    site,
    { id, sessionId },
    answer,
    ctx.now,
  );
  if (!passed) throw new FieldError("", FACTOR_WORDS.passkeyRefused);
  await openSession(ctx, "kunci sandi");
}

/** For a batch that opens the present session: from then on it owes nothing. */
export function openSessionStatement(ctx: OversightCtx) {
  return ctx.directory
    .update(overseerSessions)
    .set({ secondFactorAt: ctx.now.toISOString() })
    .where(eq(overseerSessions.id, ctx.overseer.sessionId));
}

async function openSession(ctx: OversightCtx, by: string): Promise<void> {
  const { overseerId, regencyCode } = ctx.overseer;
  const entry = { action: "overseer.second-factor", entity: "overseer", entityId: overseerId, regencyCode };
  await ctx.directory.batch([
    openSessionStatement(ctx),
    forgetAttempt(attemptsOf(ctx), subjectOf(overseerId)),
    ctx.directory.insert(directoryAudit).values(directoryAuditRow(ctx, { ...entry, details: { by } })),
  ]);
}

function subjectOf(overseerId: string): string {
  return `factor:${overseerId}`;
}
