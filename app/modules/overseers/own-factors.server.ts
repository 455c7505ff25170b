import { eq } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError, FieldError, NotFoundError } from "#app/platform/errors.ts";
import type { AddPasskeyInput, SavePasskeyInput } from "#app/platform/second-factor/input.ts";
import {
  type CreateCeremony,
  finishAdding,
  passkeySite,
  startAdding,
} from "#app/platform/second-factor/passkeys.ts";
import { spacedSecret, totpAddress } from "#app/platform/second-factor/totp.ts";
import { confirmOffered, offeredSecret, readyKeys } from "#app/platform/second-factor/use-totp.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import {
  type DirectoryAuditEntry,
  type DirectoryWrite,
  writeDirectory,
} from "#app/platform/write-directory.ts";
import { overseerSessions, overseers } from "#db/directory/schema/overseers.ts";
import { overseerFactors } from "./factor-store.server.ts";
import { forgetOverseerAttempts, tryOverseerPassword } from "./overseer-attempts.server.ts";
import { needsSecondFactor } from "./people-rules.ts";
import { getOwnFactors, PORTAL_NAME } from "./second-factor.server.ts";
import { OVERSEER_SIGN_IN_WORDS, OVERSEER_WORDS } from "./words.ts";

/** The secret that the own account is offered for an authenticator app, as QR code and as text. */
export async function offerTotp(ctx: OversightCtx) {
  const factors = await getOwnFactors(ctx);
  const { overseerId: id, sessionId, name } = ctx.overseer;
  const secret = await offeredSecret(overseerFactors(ctx, ctx.directory), { id, sessionId }, factors);
  return { factors, address: totpAddress(secret, PORTAL_NAME, name), secret: spacedSecret(secret) };
}

/**
 * Sets up the first second factor of an account, by a code of the offered secret; the session opens by that.
 * @throws ConflictError where the account has one already: a password alone must not replace it
 */
export async function enrolByCode(ctx: OversightCtx, code: string): Promise<void> {
  await readyKeys(overseerFactors(ctx, ctx.directory));
  await writeDirectory(ctx, async (write) => {
    await requireNoFactor(ctx, write);
    await putTotp(ctx, write, code);
    await openOwnSession(ctx, write);
    await write.audit(entryOf(ctx, "overseer.set-totp"));
  });
}

/** The same by a passkey, for people of a kabupaten. */
export async function enrolByPasskey(ctx: OversightCtx, url: URL, input: SavePasskeyInput): Promise<void> {
  const passkey = await answeredPasskey(ctx, url, input);
  await writeDirectory(ctx, async (write) => {
    await requireNoFactor(ctx, write);
    if (ctx.overseer.kind === "operator") throw new ConflictError(FACTOR_WORDS.passkeyRefused);
    if (!(await overseerFactors(ctx, write.tx).addPasskey(passkey)))
      throw new ConflictError(FACTOR_WORDS.passkeyTaken);
    await openOwnSession(ctx, write);
    await write.audit(entryOf(ctx, "overseer.add-passkey", { name: input.nama }));
  });
}

/** Puts the codes of another phone in the place of the present ones, or turns them on; the password is asked for. */
export async function setOwnTotp(
  ctx: OversightCtx,
  input: { kode: string; kata_sandi: string },
): Promise<void> {
  await requireOwnPassword(ctx, input.kata_sandi);
  await readyKeys(overseerFactors(ctx, ctx.directory));
  await writeDirectory(ctx, async (write) => {
    await putTotp(ctx, write, input.kode);
    await write.audit(entryOf(ctx, "overseer.set-totp"));
  });
}

/** Begins the adding of a passkey, once the password was right. */
export async function startOwnPasskey(
  ctx: OversightCtx,
  url: URL,
  input: AddPasskeyInput,
): Promise<CreateCeremony> {
  await requireOwnPassword(ctx, input.kata_sandi);
  return offerPasskey(ctx, url);
}

/** A challenge for a new passkey of the own account. For enrolment, where the password was asked for just before. */
export async function offerPasskey(ctx: OversightCtx, url: URL): Promise<CreateCeremony> {
  const { overseerId: id, sessionId, name } = ctx.overseer;
  const { passkeys } = await getOwnFactors(ctx);
  const store = overseerFactors(ctx, ctx.directory);
  return startAdding(store, passkeySite(url, PORTAL_NAME), { id, sessionId, name, passkeys }, ctx.now);
}

/** Stores the passkey that the browser made. @throws FieldError, ConflictError where it will not do */
export async function addOwnPasskey(ctx: OversightCtx, url: URL, input: SavePasskeyInput): Promise<void> {
  const passkey = await answeredPasskey(ctx, url, input);
  await writeDirectory(ctx, async (write) => {
    if (!(await overseerFactors(ctx, write.tx).addPasskey(passkey)))
      throw new ConflictError(FACTOR_WORDS.passkeyTaken);
    await write.audit(entryOf(ctx, "overseer.add-passkey", { name: input.nama }));
  });
}

/** Removes a passkey, unless it is the last second factor that the account must have. */
export async function removeOwnPasskey(
  ctx: OversightCtx,
  passkeyId: string,
  password: string,
): Promise<void> {
  await requireOwnPassword(ctx, password);
  await writeDirectory(ctx, async (write) => {
    const { overseerId, kind } = ctx.overseer;
    const store = overseerFactors(ctx, write.tx);
    if (!(await store.removePasskey(overseerId, passkeyId)))
      throw new NotFoundError(FACTOR_WORDS.passkeyGone);
    const left = await store.findFactors(overseerId);
    if (!left || needsSecondFactor(kind, left)) throw new ConflictError(OVERSEER_WORDS.lastFactor);
    await write.audit(entryOf(ctx, "overseer.remove-passkey"));
  });
}

/** Gives one of the own passkeys another name. */
export async function renameOwnPasskey(ctx: OversightCtx, passkeyId: string, name: string): Promise<void> {
  await writeDirectory(ctx, async (write) => {
    const isRenamed = await overseerFactors(ctx, write.tx).renamePasskey(
      ctx.overseer.overseerId,
      passkeyId,
      name,
    );
    if (!isRenamed) throw new NotFoundError(FACTOR_WORDS.passkeyGone);
    await write.audit(entryOf(ctx, "overseer.rename-passkey", { name }));
  });
}

async function answeredPasskey(ctx: OversightCtx, url: URL, input: SavePasskeyInput) {
  const { overseerId: id, sessionId } = ctx.overseer;
  const answer = { challengeId: input.tantangan, response: input.jawaban, name: input.nama };
  const site = passkeySite(url, PORTAL_NAME);
  const passkey = await finishAdding(
    overseerFactors(ctx, ctx.directory),
    site,
    { id, sessionId },
    answer,
    ctx.now,
  );
  if (!passkey) throw new FieldError("", FACTOR_WORDS.passkeyRefused);
  return passkey;
}

async function requireOwnPassword(ctx: OversightCtx, password: string): Promise<void> {
  const { overseerId } = ctx.overseer;
  const guess = { where: eq(overseers.id, overseerId), name: overseerId, password };
  const person = await tryOverseerPassword(ctx, guess);
  if (!person) throw new FieldError("kata_sandi", OVERSEER_SIGN_IN_WORDS.wrongPassword);
  await ctx.directory.batch([...forgetOverseerAttempts(ctx, overseerId)]);
}

async function requireNoFactor(ctx: OversightCtx, { tx }: DirectoryWrite): Promise<void> {
  const { overseerId, kind } = ctx.overseer;
  const factors = await overseerFactors(ctx, tx).findFactors(overseerId);
  if (!factors || !needsSecondFactor(kind, factors)) throw new ConflictError(OVERSEER_WORDS.hasFactor);
}

async function putTotp(ctx: OversightCtx, { tx }: DirectoryWrite, code: string): Promise<void> {
  const { overseerId: id, sessionId } = ctx.overseer;
  const store = overseerFactors(ctx, tx);
  const factors = await store.findFactors(id);
  if (!factors) throw new NotFoundError();
  const totp = await confirmOffered(store, { id, sessionId }, factors, code, ctx.now);
  if (!totp) throw new FieldError("kode", FACTOR_WORDS.wrongCode);
  await store.putTotp(id, totp);
}

async function openOwnSession(ctx: OversightCtx, { tx }: DirectoryWrite): Promise<void> {
  await tx
    .update(overseerSessions)
    .set({ secondFactorAt: ctx.now.toISOString() })
    .where(eq(overseerSessions.id, ctx.overseer.sessionId));
}

function entryOf(
  ctx: OversightCtx,
  action: string,
  details: Record<string, unknown> = {},
): DirectoryAuditEntry {
  const { overseerId, regencyCode } = ctx.overseer;
  return { action, entity: "overseer", entityId: overseerId, regencyCode, details };
}
