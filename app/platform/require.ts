import type { Actor } from "./actor.ts";
import { ForbiddenError } from "./errors.ts";

/** First line of every verb that writes: throws ForbiddenError where the actor lacks the permission. */
export function requirePermission(ctx: { actor: Actor | null }, permission: string): void {
  if (!ctx.actor?.permissions.has(permission)) throw new ForbiddenError();
}
