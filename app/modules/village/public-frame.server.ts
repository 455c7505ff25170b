import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { mapReading, type Reading, reading, readTogether } from "#app/platform/read-together.ts";
import { isModuleOn } from "#app/registry.ts";
import type { BrandProps } from "#app/ui/shell-parts.tsx";
import { moduleSwitches, villageProfile } from "#db/village/schema/village.ts";
import { brandOf } from "./brand-rules.ts";
import { selectEmblem } from "./emblem.server.ts";
import type { ProfileRow } from "./profile.server.ts";

export interface VillageFrame {
  profile: ProfileRow | null;
  emblem: { storageKey: string } | null;
  switches: ReadonlyMap<string, boolean>;
}

/** What stands around a public page: the village's name and emblem, and which modules it has on. */
export function villageFrame(ctx: VillageCtx) {
  const rows = reading(
    [
      ctx.db.select().from(villageProfile).where(eq(villageProfile.id, 1)),
      selectEmblem(ctx),
      ctx.db.select().from(moduleSwitches),
    ],
    (all) => all,
  );
  return mapReading(
    rows,
    ([profiles, emblems, switches]): VillageFrame => ({
      profile: profiles[0] ?? null,
      emblem: emblems[0] ?? null,
      switches: new Map(switches.map((each) => [each.module, each.isOn])),
    }),
  );
}

/** The top of a public page, read together with what else the page shows. Undefined while the village has no profile. */
export function brandReading(ctx: VillageCtx): Reading<Promise<BrandProps | undefined>> {
  const statements = [
    ctx.db.select().from(villageProfile).where(eq(villageProfile.id, 1)),
    selectEmblem(ctx),
  ] as const;
  return reading(statements, async ([[profile], [emblem]]) =>
    profile ? brandOf(profile, emblem && (await ctx.fileUrl(emblem, "publik"))) : undefined,
  );
}

/** The top of a public page that reads nothing else; one round trip. */
export async function loadBrand(ctx: VillageCtx): Promise<{ brand: BrandProps | undefined }> {
  const { brand } = await readTogether(ctx.db, { brand: brandReading(ctx) });
  return { brand: await brand };
}

/**
 * The top of a module's public page.
 * @param whenOff said where the village has switched the module off
 * @throws NotFoundError there
 */
export async function brandWhereOn(
  ctx: VillageCtx,
  { profile, emblem, switches }: VillageFrame,
  { module, whenOff }: { module: string; whenOff: string },
): Promise<BrandProps | undefined> {
  if (!isModuleOn(module, switches)) throw new NotFoundError(whenOff);
  if (!profile) return undefined;
  return brandOf(profile, emblem ? await ctx.fileUrl(emblem, "publik") : undefined);
}
