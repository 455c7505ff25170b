import type { PortalCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import type { OversightKind } from "#app/platform/overseer.ts";
import { directoryAuditRow } from "#app/platform/write-directory.ts";
import { directoryAudit, overseerSessions } from "#db/directory/schema/overseers.ts";
import type { OverseerSignInInput } from "./input.ts";
import { forgetOverseerAttempts, guessByUsername, tryOverseerPassword } from "./overseer-attempts.server.ts";
import { newOverseerSession } from "./overseer-session.server.ts";
import { OVERSEER_SIGN_IN_WORDS } from "./words.ts";

/** What a page needs to go on to the second factor: the token for the cookie, and whose it is. */
export interface OverseerSignedIn {
  token: string;
  overseerId: string;
}

/**
 * Checks name and password and starts a session that opens nothing but the page of the second factor.
 * @throws FieldError with the same sentence for a wrong name and a wrong password; LimitError after too many tries
 */
export async function signInOverseer(
  ctx: PortalCtx,
  kind: OversightKind,
  input: Pick<OverseerSignInInput, "identitas" | "kata_sandi">,
  device: string,
): Promise<OverseerSignedIn> {
  const person = await tryOverseerPassword(ctx, guessByUsername(kind, input.identitas, input.kata_sandi));
  if (!person) throw new FieldError("kata_sandi", OVERSEER_SIGN_IN_WORDS.wrong);
  const { token, row } = await newOverseerSession(person.id, device, ctx.now);
  const overseer = { overseerId: person.id, name: person.name };
  const entry = { action: "overseer.sign-in", entity: "overseer", entityId: person.id, details: { device } };
  await ctx.directory.batch([
    ctx.directory.insert(overseerSessions).values(row),
    ctx.directory
      .insert(directoryAudit)
      .values(directoryAuditRow({ ...ctx, overseer }, { ...entry, regencyCode: person.regencyCode })),
    ...forgetOverseerAttempts(ctx, person.id),
  ]);
  return { token, overseerId: person.id };
}
