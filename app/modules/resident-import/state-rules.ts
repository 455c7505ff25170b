import type { ColumnMapping } from "./heading-rules.ts";

/** Where an import stands. */
export type ImportState =
  | "reading"
  | "mapping"
  | "checking"
  | "checked"
  | "applying"
  | "applied"
  | "undoing"
  | "undone"
  | "failed"
  | "dropped";

/** States in which the job has work. */
export const WORKING_STATES: readonly ImportState[] = ["reading", "checking", "applying", "undoing"];
/** States in which no other import may begin: its rows would be checked against a register that changes. */
export const OPEN_STATES: readonly ImportState[] = [
  "reading",
  "mapping",
  "checking",
  "checked",
  "applying",
  "undoing",
];
/** States out of which an import can be thrown away. */
export const DROPPABLE_STATES: readonly ImportState[] = [
  "reading",
  "mapping",
  "checking",
  "checked",
  "failed",
];

/** Rows a transaction. */
export const CHUNK_ROWS = 500;

/** What shall become of a second head of a family card: another relation (SHDK), or its row stays out. */
export type SecondHead = number | "refuse" | null;

/** What the rows of a file say together; by line. */
export interface FileFacts {
  /** Row -> earlier row with the same NIK. */
  sameNik: Record<string, number>;
  /** Row without NIK -> earlier one of the same name, birth date and place. */
  samePerson: Record<string, number>;
  /** Row of a second head -> row of the first. */
  secondHead: Record<string, number>;
  /** First rows of cards that have no head in the file. */
  noHead: number[];
}

/** How an import is to be understood; lies in the column `mapping`. */
export interface ImportPlan {
  columns: ColumnMapping;
  facts?: FileFacts;
  secondHead?: SecondHead;
  /** Permissions `data.*` of whoever sent the file and whoever named its columns: what it may change of people known. */
  sees?: string[];
  /** Areas that the import made: they go with it where nobody uses them. */
  madeAreas?: string[];
}

export function planOf(value: unknown): ImportPlan {
  const plan = (value ?? {}) as Partial<ImportPlan>;
  return { ...plan, columns: plan.columns ?? {} };
}

/** Counts of an import by outcome. */
export interface ImportCounts {
  new: number;
  changed: number;
  unchanged: number;
  refused: number;
  warned: number;
  secondHeads: number;
}

export function countsOf(value: Record<string, number> | null): ImportCounts {
  const {
    new: fresh = 0,
    changed = 0,
    unchanged = 0,
    refused = 0,
    warned = 0,
    secondHeads = 0,
  } = value ?? {};
  return { new: fresh, changed, unchanged, refused, warned, secondHeads };
}

/** What the list of rows can be narrowed to. */
export const ROW_FILTERS = ["refused", "warned", "new", "changed", "unchanged"] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];
