import { and, asc, gt, inArray } from "drizzle-orm";
import { villages } from "#db/directory/schema/villages.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import { errorText } from "../error-text.ts";
import { registerDue } from "../jobs/due.ts";
import { KEY_GRACE_MINUTES } from "./key-rules.ts";
import type { KeyDeps } from "./keys.ts";
import { KEYS_KIND } from "./keys-due.ts";
import { type RotationStart, startRotation } from "./start-rotation.ts";

const PAGE = 200;
const AT_ONCE = 4;

/** Starts a village's rotation and puts its next step on the calendar; cut off between the two, run it again. */
export async function rotateVillage(deps: KeyDeps, villageId: string): Promise<RotationStart> {
  const outcome = await startRotation(deps, villageId);
  const next = new Date(deps.now.getTime() + KEY_GRACE_MINUTES * 60_000);
  if (outcome === "started" || outcome === "running") await registerDue(deps, villageId, KEYS_KIND, next);
  return outcome;
}

/**
 * The same for all villages. Those that have begun are passed over, so a run that is cut off is carried on by the next;
 * one that fails stops no other.
 */
export async function rotateAllVillages(
  deps: KeyDeps,
  onResult: (village: VillageRow, result: RotationStart | Error) => void,
): Promise<void> {
  for (let last = ""; ; ) {
    const page = await villagesAfter(deps, last);
    const queue = [...page];
    const worker = async () => {
      for (let village = queue.shift(); village; village = queue.shift())
        onResult(village, await rotateVillage(deps, village.id).catch(asError));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    last = page.at(-1)?.id ?? last;
    if (page.length < PAGE) return;
  }
}

function villagesAfter({ directory }: KeyDeps, id: string): Promise<VillageRow[]> {
  return directory
    .select()
    .from(villages)
    .where(and(gt(villages.id, id), inArray(villages.state, ["active", "suspended"])))
    .orderBy(asc(villages.id))
    .limit(PAGE);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(errorText(error));
}
