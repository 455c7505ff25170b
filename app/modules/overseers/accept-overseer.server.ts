import { eq } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { hashChosenPassword } from "#app/modules/accounts/new-password.server.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { overseerInvitations, overseerSessions, overseers } from "#db/directory/schema/overseers.ts";
import type { DirectoryTx } from "#db/open.ts";
import type { AcceptOverseerInput } from "./input.ts";
import {
  getOpenOverseerInvitation,
  getOverseerInvitation,
  invitationState,
} from "./overseer-invitations.server.ts";
import { newOverseerSession } from "./overseer-session.server.ts";
import { type OverseerSignedIn, signInOverseer } from "./sign-in-overseer.server.ts";
import { INVITATION_WORDS, OVERSEER_WORDS } from "./words.ts";

/** Balai itself has neither name nor address that a password could be made of, but these. */
const PLACE = { name: "Balai", slug: "balai" };

/**
 * Makes an account above the villages by an invitation. Its session opens nothing but the setting-up of a second factor.
 * Of two at once one wins; the same form sent again, with the same password, signs in.
 * @throws NotFoundError, ConflictError for the link; FieldError for what was typed
 */
export async function acceptOverseer(
  ctx: PortalCtx,
  { token, device }: { token: string; device: string },
  input: AcceptOverseerInput,
): Promise<OverseerSignedIn & { kind: "operator" | "kabupaten" }> {
  const { invitation } = await getOverseerInvitation(ctx.directory, token);
  const { kind, regencyCode, isAdmin } = invitation;
  if (invitationState(invitation, ctx.now) === "used") {
    const again = { identitas: input.nama_pengguna, kata_sandi: input.kata_sandi };
    return { ...(await signInAgain(ctx, kind, again, device)), kind };
  }
  const known = { name: input.nama, username: input.nama_pengguna };
  const passwordHash = await hashChosenPassword("kata_sandi", input.kata_sandi, known, PLACE);
  const overseerId = newId(ctx.now);
  const session = await newOverseerSession(overseerId, device, ctx.now);
  const person = { overseerId, name: input.nama };
  await writeDirectory({ ...ctx, overseer: person, submitKey: null }, async ({ tx, audit }) => {
    const open = await getOpenOverseerInvitation(tx, token, ctx.now);
    await refuseTakenUsername(tx, input.nama_pengguna);
    const createdAt = ctx.now.toISOString();
    await tx.insert(overseers).values({
      id: overseerId,
      kind,
      regencyCode,
      isAdmin,
      name: input.nama,
      username: input.nama_pengguna,
      passwordHash,
      createdAt,
      createdBy: open.invitation.invitedBy,
    });
    const used = { acceptedAt: createdAt };
    await tx.update(overseerInvitations).set(used).where(eq(overseerInvitations.id, open.invitation.id));
    await tx.insert(overseerSessions).values(session.row);
    const details = { kind, isAdmin, invitation: open.invitation.id };
    await audit({ action: "overseer.join", entity: "overseer", entityId: overseerId, regencyCode, details });
  });
  return { token: session.token, overseerId, kind };
}

async function signInAgain(
  ctx: PortalCtx,
  kind: "operator" | "kabupaten",
  given: { identitas: string; kata_sandi: string },
  device: string,
): Promise<OverseerSignedIn> {
  try {
    return await signInOverseer(ctx, kind, given, device);
  } catch (error) {
    if (error instanceof FieldError) throw new ConflictError(INVITATION_WORDS.used);
    throw error;
  }
}

async function refuseTakenUsername(tx: DirectoryTx, username: string): Promise<void> {
  const taken = await tx.select({ id: overseers.id }).from(overseers).where(eq(overseers.username, username));
  if (taken.length > 0) throw new FieldError("nama_pengguna", OVERSEER_WORDS.usernameTaken);
}
