import { and, asc, eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { activityUpdates, updateEvidence } from "#db/village/schema/programme.ts";
import { files } from "#db/village/schema/village.ts";
import { isPublicReason, publicReason } from "./deviation-rules.ts";
import { activityMeasures } from "./load-measures.server.ts";
import type { ActivityFacts } from "./measures.ts";
import { FUND_SOURCE_NAMES, type FundSource } from "./money-rules.ts";
import { isPublished, publicBrand, publicFrame } from "./public-frame.server.ts";
import { measureActivity } from "./report-rules.ts";
import { todayOf } from "./running-queries.server.ts";

/**
 * One activity as anybody may see it, in one round trip: approved reports, targets with their reasons, reasons of lags,
 * and of the pictures only those that were made public.
 * @throws NotFoundError where it is missing, was dropped, or its programme was not approved
 */
export async function loadPublicActivity(ctx: VillageCtx, id: string) {
  const { measures, frame, pictures } = await readTogether(ctx.db, {
    measures: activityMeasures(ctx, id, todayOf(ctx)),
    frame: publicFrame(ctx),
    pictures: publicPictures(ctx, id),
  });
  const brand = await publicBrand(ctx, frame);
  if (!measures || !isPublished(measures.programme.state))
    throw new NotFoundError("Kegiatan ini tidak ada atau belum diumumkan.");
  const { programme, section, facts, input, options } = measures;
  const row = { ...measureActivity(input, options), deviation: publicReason(facts.deviations) };
  return {
    brand,
    year: programme.year,
    sectionName: section.name,
    location: facts.activity.location,
    fundSource: fundSourceName(facts.activity.fundSource),
    row,
    indicators: row.indicators.map((indicator, index) => ({
      ...indicator,
      versions: input.indicators[index]?.targetVersions ?? [],
    })),
    updates: approvedUpdates(facts),
    deviations: facts.deviations.filter(isPublicReason).map(({ id: key, asOf, cause, correction }) => ({
      key,
      asOf,
      cause,
      correction,
    })),
    pictures: await Promise.all(pictures.map((picture) => addressOf(ctx, picture))),
  };
}

/** Spelt out: residents don't know the short forms. */
function fundSourceName(source: string | null): string | null {
  return source && source in FUND_SOURCE_NAMES ? FUND_SOURCE_NAMES[source as FundSource].name : null;
}

/** Only what the page shows: who wrote a report stays inside the office. */
function approvedUpdates({ updates, indicators }: ActivityFacts) {
  return updates
    .filter((update) => update.state === "approved")
    .map(({ id, quarter, asOf, note, values }) => ({
      id,
      quarter,
      asOf,
      note,
      values: indicators.flatMap(({ id: key, name, unit }) => {
        const found = values.find((each) => each.indicatorId === key);
        return found ? [{ key, name, unit, value: found.value }] : [];
      }),
    }));
}

function publicPictures(ctx: VillageCtx, activityId: string) {
  return reading(
    [
      ctx.db
        .select({
          id: files.id,
          updateId: updateEvidence.updateId,
          storageKey: files.storageKey,
          thumbnailKey: files.thumbnailKey,
          mediaType: files.mediaType,
        })
        .from(updateEvidence)
        .innerJoin(activityUpdates, eq(activityUpdates.id, updateEvidence.updateId))
        .innerJoin(files, eq(files.id, updateEvidence.fileId))
        .where(
          and(
            eq(activityUpdates.activityId, activityId),
            eq(activityUpdates.state, "approved"),
            eq(files.isPublic, true),
          ),
        )
        .orderBy(asc(updateEvidence.addedAt), asc(files.id)),
    ],
    ([rows]) => rows.filter(({ mediaType }) => mediaType.startsWith("image/")),
  );
}

async function addressOf(
  ctx: VillageCtx,
  {
    id,
    updateId,
    storageKey,
    thumbnailKey,
  }: { id: string; updateId: string; storageKey: string; thumbnailKey: string | null },
) {
  const src = await ctx.fileUrl({ storageKey: thumbnailKey ?? storageKey }, "publik");
  return { id, updateId, src };
}
