import type { VillageCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import type { Device } from "#app/platform/http/device.ts";
import { newId } from "#app/platform/ids.ts";
import { newSession } from "#app/platform/sessions/sessions.ts";
import { write } from "#app/platform/write.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { refuseTakenIdentity, sealIdentity } from "./identity-taken.server.ts";
import type { AcceptInvitationInput } from "./input.ts";
import { getInvitation, getOpenInvitation, type Invitation, stateOf } from "./invitation.server.ts";
import { hashChosenPassword } from "./new-password.server.ts";
import { asNewcomer } from "./newcomer.ts";
import { signInAgain } from "./sign-in.server.ts";
import { type SignedIn, startSessionIn } from "./start-session.server.ts";
import { settleInvitation } from "./start-term.server.ts";
import { ACCOUNT_WORDS, LINK_WORDS } from "./words.ts";

/** Somebody who is in by an invitation, with the position that it gave. */
export interface Accepted extends SignedIn {
  invitation: Pick<Invitation, "position" | "status">;
}

/**
 * Makes an account with a position by an invitation and signs its person in. Of two at once one wins; the same form
 * sent again, with the same password, signs in.
 * @throws NotFoundError, ConflictError for the link; FieldError for what was typed
 */
export async function acceptInvitation(
  ctx: VillageCtx,
  { token, device }: { token: string; device: Device },
  input: AcceptInvitationInput,
): Promise<Accepted> {
  const { invitation } = await getInvitation(ctx.db, token);
  if (stateOf(invitation, ctx.now) === "used") {
    const again = await signInAgain(ctx, invitation.acceptedBy, input.kata_sandi, device);
    if (!again) throw new ConflictError(LINK_WORDS.used);
    return { ...again, invitation };
  }
  const identity = { phone: input.telepon ?? null, email: null, username: input.nama_pengguna ?? null };
  if (!identity.phone && !identity.username) throw new FieldError("telepon", ACCOUNT_WORDS.noIdentityHere);
  const known = { name: input.nama, ...identity };
  const passwordHash = await hashChosenPassword("kata_sandi", input.kata_sandi, known, ctx.tenant);
  const sealed = await sealIdentity(ctx.keys, identity);
  const accountId = newId(ctx.now);
  const { token: sessionToken, row } = await newSession(accountId, device.name, ctx.now);
  const person = { accountId, sessionId: row.id, name: input.nama };
  const started = await write(asNewcomer(ctx, person), async ({ tx, audit }) => {
    const open = await getOpenInvitation(ctx, tx, token);
    await refuseTakenIdentity(tx, sealed, accountId);
    const createdAt = ctx.now.toISOString();
    await tx
      .insert(accounts)
      .values({ id: accountId, name: input.nama, ...sealed.columns, passwordHash, createdAt });
    await settleInvitation(ctx, tx, open, accountId);
    const started = await startSessionIn(ctx, tx, row, device);
    const { position, status } = open.invitation;
    await audit({
      action: "account.join",
      entity: "account",
      entityId: accountId,
      parentId: open.invitation.id,
      details: { position, status },
    });
    return started;
  });
  return { ...started, token: sessionToken, accountId, invitation };
}
