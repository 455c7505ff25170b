import { sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { AccessEntry } from "../access-log.ts";
import { firstIdAt } from "./id-range.ts";
import {
  limitsFrom,
  USUAL_DAYS,
  VOLUME_SETTING,
  type VolumeFacts,
  type VolumeLimits,
} from "./unusual-rules.ts";

const HOUR_MILLIS = 3_600_000;

/** A row of `volumeStatement`. */
export interface VolumeRow {
  inLastHour: number;
  earlier: number;
  earlierHours: number;
  /** JSON text of the village's limits, or null. */
  limits: string | null;
}

/** What judgeVolume decides by, in one statement: it reads one account's rows of a month by index. */
export function volumeStatement(ctx: Pick<VillageCtx, "now">, accountId: string, kind: AccessEntry["kind"]) {
  const hourAgo = firstIdAt(new Date(ctx.now.getTime() - HOUR_MILLIS));
  const monthAgo = firstIdAt(new Date(ctx.now.getTime() - USUAL_DAYS * 24 * HOUR_MILLIS));
  const own = sql`FROM access_log WHERE account_id = ${accountId} AND kind = ${kind} AND`;
  const before = sql`id >= ${monthAgo} AND id < ${hourAgo}`;
  return sql`SELECT
    (SELECT count(*) ${own} id >= ${hourAgo}) AS inLastHour,
    (SELECT count(*) ${own} ${before}) AS earlier,
    (SELECT count(DISTINCT substr(at, 1, 13)) ${own} ${before}) AS earlierHours,
    (SELECT value FROM settings WHERE key = ${VOLUME_SETTING}) AS limits`;
}

/** The facts and the village's limits of a row. */
export function volumeOf(
  row: VolumeRow,
  entry: Pick<AccessEntry, "kind" | "rowCount">,
): { facts: VolumeFacts; limits: VolumeLimits } {
  const { inLastHour, earlier, earlierHours } = row;
  const facts = { kind: entry.kind, rowCount: entry.rowCount ?? 1, inLastHour, earlier, earlierHours };
  return { facts, limits: limitsFrom(row.limits === null ? null : JSON.parse(row.limits)) };
}
