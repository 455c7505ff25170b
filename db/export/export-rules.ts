import type { Value } from "@libsql/client/web";

/** What an export of a village leaves out, and what it opens. */
export interface ExportRules {
  /** Tables that are only of use to Balai itself: sessions, links, counters. */
  omitted: readonly string[];
  /** Columns whose values let somebody in: they become empty. By table. */
  blanked: Readonly<Record<string, readonly string[]>>;
  /** Values as they are handed out, in the order of the columns: sealed ones opened. */
  reveal?(table: string, columns: readonly string[], row: Value[]): Promise<Value[]>;
}
