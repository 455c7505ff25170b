import { sql } from "drizzle-orm";
import { mutationsOf } from "#app/modules/population/balance-statements.server.ts";
import { labelOf } from "#app/modules/population/code-lists.ts";
import type { ReadRegister, RegisterRow } from "./register-table.ts";
import { dayText, sexMark } from "./resident-cells.ts";
import { REGISTER_WORDS } from "./words.ts";

interface MutationRow {
  eventId: string;
  residentId: string;
  happenedOn: string;
  kind: string;
  flow: "born" | "came" | "died" | "left";
  details: string;
  note: string | null;
  name: string;
  nickname: string | null;
  birthPlace: string | null;
  birthDate: string | null;
  sex: number;
  citizenship: number;
}

/** B.2: whoever came into the count of B.3 in a month or went out of it, in the order of the days; one round trip. */
export const readMutations: ReadRegister = async (ctx, period, { after, limit }) => {
  const mutations = sql`${mutationsOf({ ...period, countsMissingAsMoved: "as-set" })} m`;
  const key = sql`(m.happened_on, m.seq)`;
  const at = sql`(SELECT happened_on, seq FROM resident_events WHERE id = ${after})`;
  const [rows, [count]] = await ctx.db.batch([
    ctx.db.all<MutationRow>(sql`SELECT e.id AS eventId, e.resident_id AS residentId, e.happened_on AS happenedOn,
        e.kind, m.flow, e.details, e.note, r.name, r.nickname, r.birth_place AS birthPlace,
        r.birth_date AS birthDate, e.sex, e.citizenship
      FROM ${mutations} JOIN resident_events e ON e.id = m.event_id JOIN residents r ON r.id = m.resident_id
      ${after ? sql`WHERE ${key} > ${at}` : sql``}
      ORDER BY m.happened_on, m.seq LIMIT ${limit + 1}`),
    ctx.db.all<{ total: number; before: number }>(sql`SELECT count(*) AS total,
      ${after ? sql`coalesce(sum(${key} <= ${at}), 0)` : sql`0`} AS before FROM ${mutations}`),
  ]);
  const before = Number(count?.before ?? 0);
  const shown = rows.slice(0, limit);
  return {
    rows: shown.map((row, index) => mutationRow(row, String(before + index + 1))),
    next: rows.length > limit ? (shown.at(-1)?.eventId ?? null) : null,
    before,
    total: Number(count?.total ?? 0),
  };
};

function mutationRow(row: MutationRow, number: string): RegisterRow {
  const { flow, happenedOn } = row;
  const details = JSON.parse(row.details) as Record<string, string | number | null>;
  const placeOf = (...keys: string[]) =>
    keys.map((key) => details[key]).find((value) => typeof value === "string" && value !== "");
  const day = dayText(happenedOn);
  const cameFrom = flow === "born" ? REGISTER_WORDS.born : (placeOf("origin", "place") ?? "");
  const wentTo = placeOf("destination", "place") ?? REGISTER_WORDS.wentAs[row.kind] ?? "";
  return {
    id: row.residentId,
    cells: [
      number,
      [row.name, row.nickname].filter(Boolean).join(" / "),
      row.birthPlace ?? "",
      dayText(row.birthDate),
      sexMark(row.sex),
      labelOf("citizenship", row.citizenship) ?? "",
      ...(flow === "born" || flow === "came" ? [String(cameFrom), day] : ["", ""]),
      ...(flow === "left" ? [String(wentTo), day] : ["", ""]),
      ...(flow === "died" ? [String(placeOf("place") ?? REGISTER_WORDS.died), day] : ["", ""]),
      row.note ?? "",
    ],
  };
}
