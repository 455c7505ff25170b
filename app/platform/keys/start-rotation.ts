import { addDataKeys, type DataKeyRow, selectDataKeys } from "#db/directory/data-keys.ts";
import { presentKey, successorKey } from "./key-rules.ts";
import { DIRECTORY_OWNER, type KeyDeps } from "./keys.ts";
import { newDataKeys } from "./new-data-keys.ts";

/** A second start within a day is a command that was cut off and run again, not another rotation. */
const FRESH_HOURS = 24;

/**
 * `started`: successors wait now. `running`: they did already. `fresh`: the keys are younger than a day. `none`: the
 * owner has sealed nothing yet.
 */
export type RotationStart = "started" | "running" | "fresh" | "none";

/**
 * Gives an owner's keys their successors; turnKeys does the rest, step by step.
 * The directory's index key stays: its lists of officials hold indexes of which nothing opens.
 */
export async function startRotation(deps: KeyDeps, owner: string): Promise<RotationStart> {
  const rows = await selectDataKeys(deps.directory, owner);
  const purposes: DataKeyRow["purpose"][] = owner === DIRECTORY_OWNER ? ["seal"] : ["seal", "index"];
  if (purposes.some((purpose) => successorKey(rows, purpose))) return "running";
  const present = purposes.map((purpose) => presentKey(rows, purpose)).filter((row) => row !== null);
  if (present.length === 0) return "none";
  const freshSince = new Date(deps.now.getTime() - FRESH_HOURS * 3_600_000).toISOString();
  if (present.some((row) => row.createdAt > freshSince)) return "fresh";
  const successors = await newDataKeys(deps.masterKeys, owner, purposes);
  await addDataKeys(deps.directory, owner, successors, { mostLive: 2, now: deps.now });
  return "started";
}
