import { and, gte, like, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { bookNumbers } from "#db/village/schema/village.ts";
import { classesOf, selectClassRows } from "./classes.server.ts";
import { kindsOf, selectKindRows } from "./kinds.server.ts";
import { selectLetterSettings, settingsOf } from "./letter-settings.server.ts";
import { basisOf, numberText, paperBookOf } from "./number-rules.ts";
import { numberingOf, selectNumbering } from "./numbering.server.ts";
import { seriesChoices } from "./series-start-rules.ts";

/** How books of single series are named, up to the series. */
const OF_SERIES = paperBookOf("");

/** Everything that the page of settings shows; one round trip. */
export async function loadLetterSettings(ctx: OfficeCtx) {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const year = Number(today.slice(0, 4));
  const { numbering, settings, kinds, classes, starts } = await readTogether(ctx.db, {
    numbering: reading([selectNumbering(ctx.db)], ([rows]) => numberingOf(rows)),
    settings: reading([selectLetterSettings(ctx.db)], ([rows]) => settingsOf(rows)),
    kinds: reading([selectKindRows(ctx.db)], ([rows]) => kindsOf(rows)),
    classes: reading([selectClassRows(ctx.db)], ([rows]) => classesOf(rows)),
    starts: reading([selectStarts(ctx, year)], ([rows]) => rows),
  });
  const [basis, nextBasis] = [basisOf(numbering, year), basisOf(numbering, year + 1)];
  const ofYear = (each: number) => seriesChoices(basisOf(numbering, each), kinds, classes);
  const choices = [year, year + 1].map((each) => ({ year: each, series: ofYear(each) }));
  const nameOf = (series: string) =>
    choices.flatMap((each) => each.series).find((each) => each.series === series)?.name ?? series;
  return {
    basis,
    nextBasis,
    format: numbering.format,
    example: numberText(numbering.format, {
      number: 17,
      day: today,
      classification: "400.12.2.1",
      kindCode: "DOMISILI",
      villageCode: ctx.tenant.regionCode,
    }),
    choices: choices.filter(({ series }) => series.length > 0),
    starts: starts.map(({ series, ...row }) => ({ ...row, series, name: nameOf(series) })),
    hours: settings.hours,
    system: settings.system,
    bsreAddress: settings.bsre?.address ?? null,
    canSign: ctx.actor.permissions.has("letters.sign"),
  };
}

export type LetterSettingsView = Awaited<ReturnType<typeof loadLetterSettings>>;

/** Where paper books of single series stood, from this year on. */
function selectStarts({ db }: OfficeCtx, year: number) {
  const { book, lastNumber } = bookNumbers;
  return db
    .select({
      series: sql<string>`substr(${book}, ${OF_SERIES.length + 1})`,
      year: bookNumbers.year,
      last: lastNumber,
    })
    .from(bookNumbers)
    .where(and(gte(bookNumbers.year, year), like(book, `${OF_SERIES}%`)))
    .orderBy(bookNumbers.year, book);
}
