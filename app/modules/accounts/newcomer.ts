import type { OfficeCtx, VillageCtx } from "#app/context.ts";

/**
 * The context in which somebody does one thing by a one-time link, before he has a session: the audit log names him,
 * he holds no permission. The submit key is left out, since the link itself works only once.
 */
export function asNewcomer(
  ctx: VillageCtx,
  person: { accountId: string; sessionId: string; name: string },
): OfficeCtx {
  const actor = {
    ...person,
    isAdmin: false,
    positions: [],
    permissions: new Set<string>(),
    signingBlockedUntil: null,
  };
  return { ...ctx, actor, submitKey: null };
}
