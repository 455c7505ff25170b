import { formatDateTime } from "../ui/format.ts";
import type { Actor } from "./actor.ts";
import type { Zone } from "./clock.ts";
import { ForbiddenError, NotFoundError } from "./errors.ts";
import type { Overseer } from "./overseer.ts";

/** First line of every verb that writes: throws ForbiddenError where the actor lacks the permission. */
export function requirePermission(ctx: { actor: Actor | null }, permission: string): void {
  if (!ctx.actor?.permissions.has(permission)) throw new ForbiddenError();
}

/**
 * Second line of every verb that approves, decides, signs, or takes the village's data out: an account that was just let
 * in again from outside the village may turn out to be in wrong hands, and none of this can be taken back.
 * @throws ForbiddenError with the hour at which it may again
 */
export function requireMaySign(ctx: {
  actor: Pick<Actor, "signingBlockedUntil"> | null;
  now: Date;
  tenant: { timeZone: Zone };
}): void {
  const until = ctx.actor?.signingBlockedUntil;
  if (!until || until <= ctx.now.toISOString()) return;
  const hour = formatDateTime(new Date(until), ctx.tenant.timeZone);
  throw new ForbiddenError(
    `Akun ini baru saja dipulihkan, jadi belum dapat menyetujui, menandatangani, mengubah perangkat, mengekspor, atau menghapus data desa sampai ${hour}. Bila bukan Anda yang memintanya, hubungi pengelola Balai.`,
  );
}

/** The same above the villages: first line of every verb there. */
export function requireOversight(ctx: { overseer: Overseer | null }, permission: string): void {
  if (!ctx.overseer?.permissions.has(permission)) throw new ForbiddenError();
}

/**
 * Keeps people of a kabupaten inside it; operators see all.
 * @param regionCode code of a kabupaten or of a village in it, `52.01` or `52.01.14.2006`; null is nobody's
 * @throws NotFoundError for another kabupaten's, as if it did not exist
 */
export function requireOwnRegency(ctx: { overseer: Overseer | null }, regionCode: string | null): void {
  const { overseer } = ctx;
  if (overseer?.kind === "operator") return;
  const own = overseer?.regencyCode;
  if (!own || !regionCode || !(regionCode === own || regionCode.startsWith(`${own}.`)))
    throw new NotFoundError();
}
