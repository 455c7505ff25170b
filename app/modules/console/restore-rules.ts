import { instantOf, isDay, type Zone } from "#app/platform/clock.ts";
import { formatDateTime } from "#app/ui/format.ts";
import type { RestoreInput } from "./input.ts";
import { CONSOLE_WORDS } from "./words.ts";

/** What a village can be restored from, as far as the choice needs it. */
export interface ChoosablePoints {
  backups: readonly { id: string; takenAt: string }[];
  /** Any minute from `since` on; null where the home tells no beginning; null as a whole where there are none. */
  moments: { since: Date | null } | null;
  restores: readonly { previousDatabase: string; at: string }[];
}

export type ChosenSource =
  | { kind: "backup"; backupId: string }
  | { kind: "moment"; at: Date }
  | { kind: "copy"; database: string };

/** Value of the choice of a minute. */
export const BY_MINUTE = "menit";
const BACKUP_PREFIX = "cadangan:";
const COPY_PREFIX = "salinan:";

export function backupChoice(id: string): string {
  return BACKUP_PREFIX + id;
}

export function copyChoice(database: string): string {
  return COPY_PREFIX + database;
}

/** What was chosen, or the sentence at the field that does not fit. */
export type Choice =
  | { source: ChosenSource; to: Date }
  | { field: "sumber" | "tanggal" | "jam"; sentence: string };

/**
 * What somebody chose, held against what can be had: nothing that a form makes up is ever asked for.
 * @param zone of the village: day and hour are its own
 */
export function chooseSource(
  input: Pick<RestoreInput, "sumber" | "tanggal" | "jam">,
  points: ChoosablePoints,
  zone: Zone,
  now: Date,
): Choice {
  if (input.sumber === BY_MINUTE && points.moments)
    return chooseMoment(input, points.moments.since, zone, now);
  const backup = points.backups.find(({ id }) => input.sumber === backupChoice(id));
  if (backup) return { source: { kind: "backup", backupId: backup.id }, to: new Date(backup.takenAt) };
  const copy = points.restores.find(({ previousDatabase }) => input.sumber === copyChoice(previousDatabase));
  if (copy) return { source: { kind: "copy", database: copy.previousDatabase }, to: new Date(copy.at) };
  return { field: "sumber", sentence: CONSOLE_WORDS.restoreSource };
}

function chooseMoment(
  { tanggal = "", jam = "" }: Pick<RestoreInput, "tanggal" | "jam">,
  since: Date | null,
  zone: Zone,
  now: Date,
): Choice {
  if (!isDay(tanggal)) return { field: "tanggal", sentence: CONSOLE_WORDS.restoreDay };
  const [, hour, minute] = /^([01]\d|2[0-3])[:.]([0-5]\d)$/.exec(jam) ?? [];
  if (hour === undefined || minute === undefined)
    return { field: "jam", sentence: CONSOLE_WORDS.restoreHour };
  const at = new Date(instantOf(zone, tanggal, Number(hour)).getTime() + Number(minute) * 60_000);
  if (at > now) return { field: "tanggal", sentence: CONSOLE_WORDS.restoreFuture };
  if (since && at < since)
    return { field: "tanggal", sentence: CONSOLE_WORDS.restoreTooOld(formatDateTime(since, zone)) };
  return { source: { kind: "moment", at }, to: at };
}
