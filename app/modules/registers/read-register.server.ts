import type { OfficeCtx } from "#app/context.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type Choice, type Register, registerPermission } from "./register-rules.ts";
import type { Place, RegisterCtx, RegisterSlice } from "./register-table.ts";
import { SOURCES } from "./sources.server.ts";

/** A part of a register as whoever looks may see it. */
export async function readRegister(
  ctx: OfficeCtx,
  profile: ProfileRow,
  register: Register,
  choice: Choice,
  place: Place,
): Promise<RegisterSlice> {
  requirePermission(ctx, registerPermission(register));
  return SOURCES[register.key](readerOf(ctx, profile), choice, place);
}

/** Somebody who reads, with what he may see. */
export function readerOf(ctx: OfficeCtx, profile: ProfileRow): RegisterCtx {
  return { ...ctx, profile, sees: ctx.actor.permissions };
}
