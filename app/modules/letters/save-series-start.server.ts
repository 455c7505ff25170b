import { sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { letterNumbers, letterSeries } from "#db/village/schema/letters.ts";
import { bookNumbers } from "#db/village/schema/village.ts";
import { listClasses } from "./classes.server.ts";
import { listKinds } from "./kinds.server.ts";
import { basisOf, paperBookOf } from "./number-rules.ts";
import { NUMBER_WORDS } from "./number-words.ts";
import { getNumbering } from "./numbering.server.ts";
import { type SeriesStand, seriesChoices, startProblem } from "./series-start-rules.ts";
import type { SeriesStartInput } from "./settings-input.ts";

/**
 * Sets where the paper book of a kind or code stands that Balai goes on from. The number may go down only as a
 * correction, and never below what Balai has given.
 */
export async function saveSeriesStart(ctx: OfficeCtx, input: SeriesStartInput): Promise<void> {
  requirePermission(ctx, "letters.settings");
  await write(ctx, async ({ tx, audit }) => {
    const { series, name } = await seriesFor(ctx, tx, input);
    const place = { series, year: input.tahun };
    const stand = await standOf(tx, place);
    const problem = startProblem(stand, input.angka, input.pembetulan);
    if (problem === "taken") throw new FieldError("angka", NUMBER_WORDS.startTaken(stand.used));
    if (problem === "lower") throw new FieldError("angka", NUMBER_WORDS.startLower(stand.paper));
    await putStart(ctx, tx, place, input.angka);
    const details = { bagian: `nomor terakhir buku lama ${name} ${input.tahun}: ${input.angka}` };
    await audit({ action: "letter-settings.save", entity: "setting", entityId: series, details });
    return null;
  });
}

/** The series that was chosen, where that year counts by kind or code. */
async function seriesFor(ctx: OfficeCtx, tx: VillageTx, input: SeriesStartInput) {
  const year = Number(dayIn(ctx.tenant.timeZone, ctx.now).slice(0, 4));
  if (![year, year + 1].includes(input.tahun)) throw new FieldError("tahun", NUMBER_WORDS.wrongStartYear);
  const basis = basisOf(await getNumbering(tx), input.tahun);
  const choices = seriesChoices(basis, await listKinds(ctx, tx), await listClasses(tx));
  const choice = choices.find(({ series }) => series === input.seri_awal);
  if (!choice) throw new FieldError("seri_awal", NUMBER_WORDS.wrongSeries(input.tahun));
  return choice;
}

interface Place {
  series: string;
  year: number;
}

async function standOf(tx: VillageTx, { series, year }: Place): Promise<SeriesStand> {
  const [row] = await tx.all<SeriesStand>(sql`SELECT
    max(coalesce((SELECT max(number) FROM ${letterNumbers} WHERE series = ${series} AND year = ${year}), 0),
      coalesce((SELECT last_number FROM ${letterSeries} WHERE series = ${series} AND year = ${year}), 0)) AS used,
    coalesce((SELECT last_number FROM ${bookNumbers} WHERE book = ${paperBookOf(series)} AND year = ${year}), 0) AS paper`);
  return row ?? { used: 0, paper: 0 };
}

async function putStart(ctx: OfficeCtx, tx: VillageTx, { series, year }: Place, last: number): Promise<void> {
  const stand = { lastNumber: last, updatedAt: ctx.now.toISOString() };
  await tx
    .insert(bookNumbers)
    .values({ book: paperBookOf(series), year, ...stand })
    .onConflictDoUpdate({ target: [bookNumbers.book, bookNumbers.year], set: stand });
}
