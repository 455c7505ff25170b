import type { VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { publicReason } from "./deviation-rules.ts";
import { programmeMeasures } from "./load-measures.server.ts";
import { measureProgramme } from "./measures.ts";
import { isPublished, publicBrand, publicFrame } from "./public-frame.server.ts";
import { dayUpToYearEnd } from "./report-asof-rules.ts";
import { todayOf } from "./running-queries.server.ts";
import { effectiveState } from "./running-rules.ts";

/** The published years, in one round trip. */
export async function loadPublicYears(ctx: VillageCtx) {
  const { frame } = await readTogether(ctx.db, { frame: publicFrame(ctx) });
  return { brand: await publicBrand(ctx, frame), years: frame.years };
}

/**
 * A year's programme as anybody may see it: progress, money and reasons, in one round trip.
 * @throws NotFoundError without a programme of the year, and for one that was not approved
 */
export async function loadPublicProgramme(ctx: VillageCtx, year: number) {
  const today = todayOf(ctx);
  const { measures, frame } = await readTogether(ctx.db, {
    measures: programmeMeasures(ctx, year, dayUpToYearEnd(year, today)),
    frame: publicFrame(ctx),
  });
  const brand = await publicBrand(ctx, frame);
  if (!measures || !isPublished(measures.programme.state))
    throw new NotFoundError("Program kerja tahun ini belum diumumkan.");
  const { sections, totals } = measureProgramme(measures);
  return {
    brand,
    year,
    otherYears: frame.years.filter((each) => each !== year),
    asOf: measures.options.asOf,
    state: effectiveState(measures.programme, today),
    sections: sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => ({
        ...row,
        deviation: publicReason(measures.facts.get(row.id)?.deviations ?? []),
      })),
    })),
    totals,
  };
}
