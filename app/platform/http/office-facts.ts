import type { OfficeFrame, RequestCtx } from "#app/context.ts";
import type { HeldPosition } from "../actor.ts";
import { isLocked } from "../sessions/idle-lock.ts";

/** What the frame of the office shows of village and person, as plain data: pages and refusals carry it. */
export interface OfficeFacts {
  villageName: string;
  villageTerm: string;
  headTerm: string;
  hamletTerm: string;
  districtName: string | null;
  userName: string;
  positions: HeldPosition[];
  permissions: string[];
  switches: [module: string, isOn: boolean][];
  unreadCount: number;
  path: string;
}

/**
 * The frame's facts for a request; null where it may not show: nobody signed in, the screen locked, no position held, or
 * the second factor still owed.
 */
export function officeFacts(ctx: RequestCtx, frame: OfficeFrame | null, path: string): OfficeFacts | null {
  if (ctx.site !== "village" || !frame || isLocked(frame.session, ctx.now)) return null;
  const { actor, profile } = frame;
  if (!actor.permissions.has("office.enter")) return null;
  return {
    villageName: profile?.name ?? ctx.tenant.name,
    villageTerm: profile?.villageTerm ?? "Desa",
    headTerm: profile?.headTerm ?? "Kepala Desa",
    hamletTerm: profile?.hamletTerm ?? "Dusun",
    districtName: profile?.districtName ?? null,
    userName: actor.name,
    positions: actor.positions,
    permissions: [...actor.permissions],
    switches: [...frame.switches],
    unreadCount: frame.unreadCount,
    path,
  };
}
