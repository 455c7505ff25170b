import { and, eq } from "drizzle-orm";
import { erasures } from "../directory/schema/backups.ts";
import { ERASE_STEPS, type EraseDeps, type EraseStep } from "./erase-steps.ts";

export type ErasureRow = typeof erasures.$inferSelect;

/** Steps in their order; the last one has nothing left to do. */
const ORDER: readonly ErasureRow["step"][] = ["database", "files", "backups", "keys", "done"];

/**
 * Carries the erasure of a village on from where its row stands until nothing of the village is left or this run has
 * deleted as much as it may. Each step first writes down how much there is, so that a run which is cut off and done
 * again still tells the true count; then it deletes, and moves the row on only where nothing is left.
 * @returns the row as it stands now, or null where nobody asked for an erasure
 * @throws ProvisionError, Error of a store that does not answer; the next call goes on
 */
export async function continueErasure(
  deps: EraseDeps,
  villageId: string,
  now: Date,
): Promise<ErasureRow | null> {
  const budget = { deletes: deps.maxDeletes ?? Number.POSITIVE_INFINITY };
  for (;;) {
    const row = await findErasure(deps, villageId);
    if (!row || row.step === "done") return row;
    const step = ERASE_STEPS[row.step];
    await noteCounts(deps, row, step);
    const isOver = await step.remove(deps, villageId, budget, now);
    if (!isOver) return findErasure(deps, villageId);
    await moveOn(deps, row, now);
  }
}

async function findErasure({ place }: EraseDeps, villageId: string): Promise<ErasureRow | null> {
  const [row] = await place.directory.select().from(erasures).where(eq(erasures.villageId, villageId));
  return row ?? null;
}

async function noteCounts(deps: EraseDeps, row: ErasureRow, step: EraseStep): Promise<void> {
  if (step.counts.every((name) => name in row.removed)) return;
  const removed = { ...row.removed, ...(await step.count(deps, row.villageId)) };
  await deps.place.directory.update(erasures).set({ removed }).where(isAt(row));
}

async function moveOn(deps: EraseDeps, row: ErasureRow, now: Date): Promise<void> {
  const next = ORDER[ORDER.indexOf(row.step) + 1] ?? "done";
  const finishedAt = next === "done" ? now.toISOString() : null;
  await deps.place.directory.update(erasures).set({ step: next, finishedAt }).where(isAt(row));
}

function isAt({ villageId, step }: ErasureRow) {
  return and(eq(erasures.villageId, villageId), eq(erasures.step, step));
}
