import { rewrapDataKey, selectWrappedOtherwise } from "#db/directory/data-keys.ts";
import type { DirectoryDb } from "#db/open.ts";
import type { MasterKeys } from "./master-keys.ts";

const ROWS_PER_CHUNK = 100;

/**
 * Wraps all data keys under the present master key. What is done falls out of the query, so it may be cut off and run
 * again, also by two at once; the data keys themselves and all that they sealed stay as they are.
 * @param onFailure told of each data key that can't be unwrapped; it stays as it is
 */
export async function rewrapKeys(
  directory: DirectoryDb,
  masterKeys: MasterKeys,
  onFailure: (row: { id: string; owner: string }, error: unknown) => void,
): Promise<{ rewrapped: number; failed: number }> {
  const report = { rewrapped: 0, failed: 0 };
  let last = "";
  for (;;) {
    const rows = await selectWrappedOtherwise(directory, masterKeys.presentId, last, ROWS_PER_CHUNK);
    for (const row of rows) {
      try {
        const raw = await masterKeys.unwrap(row);
        await rewrapDataKey(directory, row, await masterKeys.wrap(row, raw));
        report.rewrapped++;
      } catch (error) {
        report.failed++;
        onFailure(row, error);
      }
    }
    last = rows.at(-1)?.id ?? last;
    if (rows.length < ROWS_PER_CHUNK) return report;
  }
}
