import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { AddPasskeyInput, SavePasskeyInput, SetUpTotpInput } from "#app/platform/second-factor/input.ts";
import { type CreateCeremony, finishAdding, startAdding } from "#app/platform/second-factor/passkeys.ts";
import { spacedSecret, totpAddress } from "#app/platform/second-factor/totp.ts";
import { confirmOffered, offeredSecret, readyKeys } from "#app/platform/second-factor/use-totp.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import { write } from "#app/platform/write.ts";
import { forgetOwnAttempts, tryOwnPassword } from "./attempts.server.ts";
import { accountFactors } from "./factor-store.server.ts";
import { getOwnFactors, villageSite } from "./second-factor.server.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/** The secret that the own account is offered for an authenticator app, as QR code and as text. */
export async function offerTotp(ctx: OfficeCtx) {
  const factors = await getOwnFactors(ctx);
  const { accountId: id, sessionId, name } = ctx.actor;
  const secret = await offeredSecret(accountFactors(ctx, ctx.db), { id, sessionId }, factors);
  const address = totpAddress(secret, `Balai ${ctx.tenant.name}`, name);
  return { isOn: factors.totp.confirmedAt !== null, address, secret: spacedSecret(secret) };
}

/** Turns codes on, or puts those of another phone in their place; the password is asked for. */
export async function setOwnTotp(ctx: OfficeCtx, input: SetUpTotpInput): Promise<void> {
  requirePermission(ctx, "office.enter");
  await requireOwnPassword(ctx, input.kata_sandi);
  await readyKeys(accountFactors(ctx, ctx.db));
  const { accountId: id, sessionId } = ctx.actor;
  await write(ctx, async ({ tx, audit }) => {
    const store = accountFactors(ctx, tx);
    const factors = await store.findFactors(id);
    if (!factors) throw new NotFoundError();
    const totp = await confirmOffered(store, { id, sessionId }, factors, input.kode, ctx.now);
    if (!totp) throw new FieldError("kode", FACTOR_WORDS.wrongCode);
    await store.putTotp(id, totp);
    await audit({ action: "account.set-totp", entity: "account", entityId: id });
  });
}

/** Turns codes off. */
export async function removeOwnTotp(ctx: OfficeCtx, password: string): Promise<void> {
  requirePermission(ctx, "office.enter");
  await requireOwnPassword(ctx, password);
  const { accountId: id } = ctx.actor;
  await write(ctx, async ({ tx, audit }) => {
    await accountFactors(ctx, tx).putTotp(id, null);
    await audit({ action: "account.remove-totp", entity: "account", entityId: id });
  });
}

/** Begins the adding of a passkey, once the password was right: who holds it signs in from then on. */
export async function startOwnPasskey(
  ctx: OfficeCtx,
  url: URL,
  input: AddPasskeyInput,
): Promise<CreateCeremony> {
  requirePermission(ctx, "office.enter");
  await requireOwnPassword(ctx, input.kata_sandi);
  const { accountId: id, sessionId, name } = ctx.actor;
  const { passkeys } = await getOwnFactors(ctx);
  const person = { id, sessionId, name, passkeys };
  return startAdding(accountFactors(ctx, ctx.db), villageSite(ctx, url), person, ctx.now);
}

/** Stores the passkey that the browser made. @throws FieldError, ConflictError where it will not do */
export async function addOwnPasskey(ctx: OfficeCtx, url: URL, input: SavePasskeyInput): Promise<void> {
  requirePermission(ctx, "office.enter");
  const { accountId: id, sessionId } = ctx.actor;
  const answer = { challengeId: input.tantangan, response: input.jawaban, name: input.nama };
  const site = villageSite(ctx, url);
  const passkey = await finishAdding(accountFactors(ctx, ctx.db), site, { id, sessionId }, answer, ctx.now);
  if (!passkey) throw new FieldError("", FACTOR_WORDS.passkeyRefused);
  await write(ctx, async ({ tx, audit }) => {
    if (!(await accountFactors(ctx, tx).addPasskey(passkey)))
      throw new ConflictError(FACTOR_WORDS.passkeyTaken);
    const details = { name: input.nama };
    await audit({ action: "account.add-passkey", entity: "account", entityId: id, details });
  });
}

/** Gives one of the own passkeys another name. */
export async function renameOwnPasskey(ctx: OfficeCtx, passkeyId: string, name: string): Promise<void> {
  requirePermission(ctx, "office.enter");
  const { accountId: id } = ctx.actor;
  await write(ctx, async ({ tx, audit }) => {
    if (!(await accountFactors(ctx, tx).renamePasskey(id, passkeyId, name)))
      throw new NotFoundError(FACTOR_WORDS.passkeyGone);
    await audit({ action: "account.rename-passkey", entity: "account", entityId: id, details: { name } });
  });
}

/** Removes one of the own passkeys: its phone no longer signs in. */
export async function removeOwnPasskey(ctx: OfficeCtx, passkeyId: string, password: string): Promise<void> {
  requirePermission(ctx, "office.enter");
  await requireOwnPassword(ctx, password);
  const { accountId: id } = ctx.actor;
  await write(ctx, async ({ tx, audit }) => {
    if (!(await accountFactors(ctx, tx).removePasskey(id, passkeyId)))
      throw new NotFoundError(FACTOR_WORDS.passkeyGone);
    await audit({ action: "account.remove-passkey", entity: "account", entityId: id });
  });
}

/** @throws FieldError for a wrong password, LimitError after too many */
async function requireOwnPassword(ctx: OfficeCtx, password: string): Promise<void> {
  const account = await tryOwnPassword(ctx, password);
  if (!account) throw new FieldError("kata_sandi", SIGN_IN_WORDS.wrongPassword);
  await forgetOwnAttempts(ctx);
}
