import { asc, isNull, lte } from "drizzle-orm";
import type { Day } from "#app/platform/clock.ts";
import { formatMoney, formatNumber } from "#app/ui/format.ts";
import {
  gazetteEntries,
  headDecrees,
  inventoryChanges,
  inventoryItems,
  villageRegulations,
} from "#db/village/schema/registers.ts";
import { inventoryLine } from "./inventory-rules.ts";
import type { ReadRegister, RegisterRow } from "./register-table.ts";
import { dayText } from "./resident-cells.ts";
import { sliceRows } from "./slice-rows.ts";
import { ORIGIN_ORDER, REGISTER_WORDS, RULE_KINDS } from "./words.ts";

/** A.1: regulations that were set by a day, with where they were promulgated; one round trip. */
export const readRegulations: ReadRegister = async (ctx, { to }, place) => {
  const [rows, gazette] = await ctx.db.batch([
    ctx.db
      .select()
      .from(villageRegulations)
      .where(lte(villageRegulations.setOn, to))
      .orderBy(asc(villageRegulations.setOn), asc(villageRegulations.id)),
    ctx.db.select().from(gazetteEntries).where(isNull(gazetteEntries.voidedAt)),
  ]);
  const promulgatedIn = (book: string, regulationId: string) =>
    gazette
      .filter(
        (entry) => entry.regulationId === regulationId && entry.book === book && entry.promulgatedOn <= to,
      )
      .map(({ number, year, promulgatedOn }) => numbered(`${number}/${year}`, promulgatedOn))
      .join("; ");
  return sliceRows(
    rows.map((row) => ({
      ...marked(row),
      cells: [
        RULE_KINDS[row.kind],
        numbered(row.number, row.setOn),
        row.about,
        row.summary ?? "",
        dayBy(row.agreedOn, to),
        reported(row, to),
        promulgatedIn("lembaran-desa", row.id),
        promulgatedIn("berita-desa", row.id),
        noteOf(row),
      ],
    })),
    place,
  );
};

/** A.2: decrees of the head by a day. */
export const readDecrees: ReadRegister = async (ctx, { to }, place) => {
  const rows = await ctx.db
    .select()
    .from(headDecrees)
    .where(lte(headDecrees.setOn, to))
    .orderBy(asc(headDecrees.setOn), asc(headDecrees.id));
  return sliceRows(
    rows.map((row) => ({
      ...marked(row),
      cells: [numbered(row.number, row.setOn), row.about, row.summary ?? "", reported(row, to), noteOf(row)],
    })),
    place,
  );
};

/** A.9: what was promulgated by a day. */
export const readGazette: ReadRegister = async (ctx, { to }, place) => {
  const rows = await ctx.db
    .select()
    .from(gazetteEntries)
    .where(lte(gazetteEntries.promulgatedOn, to))
    .orderBy(asc(gazetteEntries.promulgatedOn), asc(gazetteEntries.id));
  return sliceRows(
    rows.map((row) => ({
      ...marked(row),
      cells: [
        row.ruleKind,
        numbered(row.ruleNumber, row.setOn),
        row.about,
        dayText(row.promulgatedOn),
        `${REGISTER_WORDS.books[row.book]} ${row.number}/${row.year}`,
        noteOf(row),
      ],
    })),
    place,
  );
};

/** A.3: things that had come by a day, with how its year began and how they stood on the day. */
export const readInventory: ReadRegister = async (ctx, { to }, place) => {
  const [items, changes] = await ctx.db.batch([
    ctx.db
      .select()
      .from(inventoryItems)
      .where(lte(inventoryItems.acquiredOn, to))
      .orderBy(asc(inventoryItems.acquiredOn), asc(inventoryItems.id)),
    ctx.db.select().from(inventoryChanges).where(isNull(inventoryChanges.voidedAt)),
  ]);
  return sliceRows(
    items.map((item) => {
      const own = changes.filter(({ itemId }) => itemId === item.id);
      const { start, struckOff, struckOffOn, end } = inventoryLine(item, own, to);
      const figures = (...counts: number[]) =>
        counts.map((count) => (item.voidedAt || count === 0 ? "" : formatNumber(count)));
      return {
        ...marked(item),
        cells: [
          [item.name, item.code && `kode ${item.code}`, `${formatNumber(item.quantity)} ${item.unit}`]
            .filter(Boolean)
            .join(", "),
          ...ORIGIN_ORDER.map((origin) => (origin === item.origin ? "x" : "")),
          ...figures(start.good, start.broken),
          ...figures(
            struckOff["dihapus-rusak"],
            struckOff["dihapus-dijual"],
            struckOff["dihapus-disumbangkan"],
          ),
          dayText(struckOffOn),
          ...figures(end.good, end.broken),
          [
            noteOf(item),
            item.place,
            item.value === null ? null : formatMoney(item.value),
            `sejak ${dayText(item.acquiredOn)}`,
          ]
            .filter(Boolean)
            .join("; "),
        ],
      };
    }),
    place,
  );
};

function numbered(number: string, day: Day): string {
  return `${number}, ${dayText(day)}`;
}

/** What had not happened yet on the day stands not in it. */
function dayBy(day: Day | null, to: Day): string {
  return day && day <= to ? dayText(day) : "";
}

function reported(
  { reportedNumber, reportedOn }: { reportedNumber: string | null; reportedOn: Day | null },
  to: Day,
): string {
  if (!reportedOn || reportedOn > to) return "";
  return [reportedNumber, dayText(reportedOn)].filter(Boolean).join(", ");
}

interface Kept {
  id: string;
  voidedAt: string | null;
  voidReason: string | null;
  note: string | null;
}

export function marked({ id, voidedAt }: Kept): Pick<RegisterRow, "id" | "isVoid"> {
  return { id, isVoid: voidedAt !== null };
}

/** A struck-out row says why before all else. */
export function noteOf({ voidedAt, voidReason, note }: Kept): string {
  return [voidedAt && REGISTER_WORDS.struckOut(voidReason), note].filter(Boolean).join("; ");
}
