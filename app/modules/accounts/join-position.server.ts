import type { VillageCtx } from "#app/context.ts";
import { ConflictError, FieldError, ForbiddenError } from "#app/platform/errors.ts";
import type { Device } from "#app/platform/http/device.ts";
import { newSession } from "#app/platform/sessions/sessions.ts";
import { write } from "#app/platform/write.ts";
import type { Accepted } from "./accept-invitation.server.ts";
import { forgetAttempts, tryPassword } from "./attempts.server.ts";
import type { JoinPositionInput } from "./input.ts";
import { getInvitation, getOpenInvitation, stateOf } from "./invitation.server.ts";
import { asNewcomer } from "./newcomer.ts";
import { guessOf, signInAgain } from "./sign-in.server.ts";
import { startSessionIn } from "./start-session.server.ts";
import { settleInvitation } from "./start-term.server.ts";
import { LINK_WORDS, SIGN_IN_WORDS } from "./words.ts";

/**
 * Takes the position of an invitation with an account that exists: its password is asked, and a session starts.
 * @throws ForbiddenError for the one who made the invitation: nobody gives himself a position
 */
export async function joinPosition(
  ctx: VillageCtx,
  { token, device }: { token: string; device: Device },
  input: JoinPositionInput,
): Promise<Accepted> {
  const { invitation } = await getInvitation(ctx.db, token);
  if (stateOf(invitation, ctx.now) === "used") {
    const again = await signInAgain(ctx, invitation.acceptedBy, input.kata_sandi, device);
    if (!again) throw new ConflictError(LINK_WORDS.used);
    return { ...again, invitation };
  }
  const account = await tryPassword(ctx, await guessOf(ctx, input, device));
  if (!account) throw new FieldError("kata_sandi", SIGN_IN_WORDS.wrong);
  const { token: sessionToken, row } = await newSession(account.id, device.name, ctx.now);
  const person = { accountId: account.id, sessionId: row.id, name: account.name };
  const started = await write(asNewcomer(ctx, person), async ({ tx, audit }) => {
    const open = await getOpenInvitation(ctx, tx, token);
    if (open.invitation.invitedBy === account.id) throw new ForbiddenError(LINK_WORDS.ownInvitation);
    await settleInvitation(ctx, tx, open, account.id);
    const started = await startSessionIn(ctx, tx, row, device);
    const { position, status } = open.invitation;
    await audit({
      action: "position.accept",
      entity: "account",
      entityId: account.id,
      parentId: open.invitation.id,
      details: { position, status },
    });
    return started;
  });
  await ctx.db.batch([...(await forgetAttempts(ctx, account.id, device))]);
  return { ...started, token: sessionToken, accountId: account.id, invitation };
}
