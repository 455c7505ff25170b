/**
 * Numbers that are given once and never again: a table that holds, for each of its series and each year, the highest
 * number so far. Plain data with names as SQL has them; app/registry.server.ts lists all.
 */
export interface NumberSeries {
  /** First part of `lost_numbers.series`, before the value of `key`: `buku` gives `buku:register-surat`. Never changes. */
  series: string;
  table: string;
  /** Columns: what tells series apart, the year, the highest number. Key and year are unique together. */
  key: string;
  year: string;
  last: string;
}

/**
 * Rows whose effect a restore can't take back: what was sent is not sent again, what was closed for good stays closed,
 * what a log says stays said. They are taken over from the state before the restore.
 */
export interface CarriedRows {
  table: string;
  /** Columns by which a row is known in both states. */
  key: readonly string[];
  /** Column with the moment of the effect (ISO 8601): rows without one, or from before the restored moment, stay. Null: all. */
  since: string | null;
  /** Columns that are taken over where the restored row has nothing there. */
  marks: readonly string[];
  /** Columns that are taken over together with a mark, whatever the restored row has there. */
  alongside?: readonly string[];
  /** What becomes of rows that the restored state doesn't have. */
  missing: "skip" | "copy";
  /** Column of a copied row that is set to the restore's moment where it is empty: its reader has nothing to do any more. */
  settled?: string;
}

/** What a restore treats apart, module by module. */
export interface RestoreRules {
  numbers: readonly NumberSeries[];
  carried: readonly CarriedRows[];
  /** Tables that are emptied: sessions that were ended must not come to life again. */
  cleared: readonly string[];
}

/** What a restore did to numbers and deliveries: it stands in `restores.outcome`. */
export interface RestoreOutcome {
  /** Where the state before was read: the village's own database, its log, a newer backup; null where nothing was left. */
  before: "database" | "log" | "backup" | null;
  numbers: { series: string; year: number; restored: number; highest: number }[];
  /** Rows taken over, by table. */
  carried: Record<string, number>;
}
