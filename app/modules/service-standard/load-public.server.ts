import type { VillageCtx } from "#app/context.ts";
import { kindsOf, selectKindRows } from "#app/modules/letters/kinds.server.ts";
import { selectMeasured } from "#app/modules/letters/measured-times.server.ts";
import { brandOf } from "#app/modules/village/brand-rules.ts";
import { selectEmblem } from "#app/modules/village/emblem.server.ts";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { isOfferedKind } from "./offered-rules.ts";
import { selectStandard, standardFrom } from "./standard.server.ts";
import { type Measured, MIN_MEASURED } from "./standard-rules.ts";

/** What stands for everybody: the services in force with what was measured of them, and those that are not set yet. */
export async function loadPublicServices(ctx: VillageCtx) {
  const [profiles, emblems, rows, kindRows, times] = await ctx.db.batch([
    ctx.db.select().from(villageProfile),
    selectEmblem(ctx),
    selectStandard(ctx.db, "adopted"),
    selectKindRows(ctx.db),
    selectMeasured(ctx.db, ctx.now, MIN_MEASURED),
  ]);
  const profile = requireProfile(profiles[0]);
  const emblemSrc = emblems[0] && (await ctx.fileUrl(emblems[0], "publik"));
  const standard = standardFrom(rows);
  const measured = new Map(times.map(({ kind, ...time }) => [kind, time as Measured]));
  const set = new Set(standard?.services.map(({ service }) => service));
  return {
    brand: brandOf(profile, emblemSrc),
    profile,
    decree: standard && { number: standard.decreeNumber ?? "", on: standard.decreeOn ?? "" },
    services: (standard?.services ?? []).map((service) => ({
      ...service,
      measured: measured.get(service.service) ?? null,
    })),
    unset: kindsOf(kindRows)
      .filter((kind) => isOfferedKind(kind) && !set.has(kind.key))
      .map(({ key, title }) => ({ key, title })),
  };
}

/** One service for everybody; one that is not set yet has its name alone. */
export async function loadPublicService(ctx: VillageCtx, key: string) {
  const { brand, decree, services, unset } = await loadPublicServices(ctx);
  const service = services.find((each) => each.service === key) ?? null;
  const name = service?.name ?? unset.find((each) => each.key === key)?.title;
  if (name === undefined) throw new NotFoundError();
  return { brand, decree, service, name };
}
