import { desc, eq, inArray } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { brandOf } from "#app/modules/village/brand-rules.ts";
import { selectEmblem } from "#app/modules/village/emblem.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { mapReading, reading } from "#app/platform/read-together.ts";
import { isModuleOn } from "#app/registry.ts";
import { programmes } from "#db/village/schema/programme.ts";
import { moduleSwitches, villageProfile } from "#db/village/schema/village.ts";
import type { ProgrammeState } from "./rules.ts";

/** Drafts and what lies with the Kepala Desa are nobody else's business. */
export const PUBLISHED_STATES = [
  "approved",
  "running",
  "closed",
] as const satisfies readonly ProgrammeState[];

/** May anybody see a programme in this state? */
export function isPublished(state: ProgrammeState): boolean {
  return PUBLISHED_STATES.some((published) => published === state);
}

/** What stands around the public pages, and which years there are to see, newest first. */
export function publicFrame(ctx: VillageCtx) {
  const { db } = ctx;
  const rows = reading(
    [
      db.select().from(villageProfile).where(eq(villageProfile.id, 1)),
      selectEmblem(ctx),
      db.select().from(moduleSwitches).where(eq(moduleSwitches.module, "programme")),
      db
        .select({ year: programmes.year })
        .from(programmes)
        .where(inArray(programmes.state, [...PUBLISHED_STATES]))
        .orderBy(desc(programmes.year)),
    ],
    (all) => all,
  );
  return mapReading(rows, ([profiles, emblems, switches, years]) => ({
    profile: profiles[0] ?? null,
    emblem: emblems[0] ?? null,
    isOn: isModuleOn("programme", new Map(switches.map((each) => [each.module, each.isOn]))),
    years: years.map(({ year }) => year),
  }));
}

export interface PublicFrame {
  profile: typeof villageProfile.$inferSelect | null;
  emblem: { storageKey: string } | null;
  isOn: boolean;
  years: readonly number[];
}

/** The village's name and emblem for the top of the page. @throws NotFoundError where the village has switched the module off */
export async function publicBrand(ctx: VillageCtx, { profile, emblem, isOn }: PublicFrame) {
  if (!isOn) throw new NotFoundError("Desa ini tidak mengumumkan program kerjanya di Balai.");
  if (!profile) return undefined;
  return brandOf(profile, emblem ? await ctx.fileUrl(emblem, "publik") : undefined);
}
