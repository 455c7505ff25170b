import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { brandOf } from "#app/modules/village/brand-rules.ts";
import { selectEmblem } from "#app/modules/village/emblem.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { isModuleOn } from "#app/registry.ts";
import { moduleSwitches, villageProfile } from "#db/village/schema/village.ts";
import { statisticsReading } from "./load-statistics.server.ts";
import { publicParts } from "./statistics-view.ts";
import { STATISTICS_WORDS } from "./words.ts";

/**
 * Today's figures as anybody may see them, in one round trip.
 * @throws NotFoundError where the village has switched its registers off
 */
export async function loadPublicStatistics(ctx: VillageCtx) {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const { statistics, frame } = await readTogether(ctx.db, {
    statistics: statisticsReading(ctx, today),
    frame: reading(
      [
        ctx.db.select().from(villageProfile).where(eq(villageProfile.id, 1)),
        selectEmblem(ctx),
        ctx.db.select().from(moduleSwitches).where(eq(moduleSwitches.module, "registers")),
      ],
      (all) => all,
    ),
  });
  const [[profile], [emblem], switches] = frame;
  if (!profile || !isModuleOn("registers", new Map(switches.map((each) => [each.module, each.isOn]))))
    throw new NotFoundError(STATISTICS_WORDS.publicEmpty);
  const hasAny = statistics.counts.length > 0;
  return {
    brand: brandOf(profile, emblem ? await ctx.fileUrl(emblem, "publik") : undefined),
    today,
    hasAny,
    shown: hasAny ? publicParts(statistics, profile.hamletTerm) : null,
  };
}
