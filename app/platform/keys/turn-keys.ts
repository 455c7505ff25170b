import {
  type DataKeyRow,
  markUnused,
  markUsed,
  retireDataKeys,
  selectDataKeys,
} from "#db/directory/data-keys.ts";
import type { DirectoryDb } from "#db/open.ts";
import { KeyError } from "./cipher.ts";
import { keysToClear, keysToRetire, nextKeyStep } from "./key-rules.ts";
import type { Keys } from "./keys.ts";
import { type Resealed, type ResealWork, resealRows } from "./reseal-rows.ts";

/** An owner without a rotation is looked at this often: rows that a restore brings back are sealed anew. */
const IDLE_DAYS = 7;
const RETRY_MINUTES = 5;

export interface TurnWork extends Omit<ResealWork, "keys" | "onKeysFound"> {
  directory: DirectoryDb;
  owner: string;
  /** Makes the owner's keys as the directory has them now, not as somebody remembers them. */
  freshKeys(): Keys;
  now: Date;
}

/**
 * Takes an owner's rotation one step on, or starts nothing where none is under way: retires keys whose successor is
 * known everywhere, brings all rows under the present keys, and notes when nothing is left under the retired ones.
 * Everything that it goes by stands in rows, so it may be killed anywhere and run again.
 * @returns when it wants to be called next
 * @throws KeyError where rows can't be opened or written; all others are done then
 */
export async function turnKeys(work: TurnWork): Promise<Date> {
  const { directory, owner, now } = work;
  const retiring = keysToRetire(await selectDataKeys(directory, owner), now);
  if (retiring.length > 0) await retireDataKeys(directory, retiring.map(idOf), now);
  const pass = await resealRows({
    ...work,
    keys: work.freshKeys(),
    onKeysFound: (ids) => markUsed(directory, ids),
  });
  const rows = await selectDataKeys(directory, owner);
  const cleared = pass.isComplete ? keysToClear(rows, now) : [];
  if (cleared.length > 0) await markUnused(directory, cleared.map(idOf), now);
  if (pass.failed > 0) throw new KeyError(`${pass.failed} rows of ${owner} are not under the present keys`);
  return nextTurn(
    rows.filter((row) => !cleared.includes(row)),
    pass,
    now,
  );
}

function nextTurn(rows: readonly DataKeyRow[], pass: Resealed, now: Date): Date {
  if (!pass.isComplete) return new Date(now.getTime() + RETRY_MINUTES * 60_000);
  const idle = new Date(now.getTime() + IDLE_DAYS * 86_400_000);
  const step = nextKeyStep(rows);
  return step && step < idle ? step : idle;
}

function idOf(row: DataKeyRow): string {
  return row.id;
}
