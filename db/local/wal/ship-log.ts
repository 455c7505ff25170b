import { removeObjects } from "../../backup/object-parts.ts";
import type { WriterQueue } from "../writer-queue.ts";
import { putBase } from "./log-base.ts";
import { frameBytes } from "./log-file.ts";
import {
  generationName,
  generationPrefix,
  generationTime,
  type LogPlace,
  listGenerations,
  type Mark,
  putSegment,
} from "./log-store.ts";
import type { ShippedLog } from "./shipped-log.ts";

const MAX_SEGMENT_BYTES = 8 * 1024 * 1024;
/** A log of this size is emptied, once shipped: 4 MB. */
const EMPTY_AFTER_FRAMES = 1_000;
/** More to replay than this, or than twice the base, and a new base is cheaper. */
const MIN_REPLAY_BYTES = 32 * 1024 * 1024;
export const DAY_MS = 86_400_000;

/** Holds a database's writer while `work` runs, which must not wait for anything. */
async function whileWriting<Result>(writers: WriterQueue, work: () => Result): Promise<Result> {
  const giveBack = await writers.acquire(() => undefined);
  try {
    return work();
  } finally {
    giveBack();
  }
}

/**
 * Begins a generation where there is none: the database's file as it is becomes the base, and all frames of its log
 * follow. Nobody else checkpoints, so the file stands still meanwhile.
 */
export async function beginGeneration(place: LogPlace, log: ShippedLog): Promise<void> {
  const name = generationName(new Date(log.fileSince));
  // A process that was killed in the midst of the same base may have left some of it.
  await removeObjects(place.store, generationPrefix(place.database, name));
  const baseBytes = await putBase(place, name, log.database.path);
  log.generation = { name, baseBytes, segmentBytes: 0, sequence: 1 };
  log.isChanged = false;
}

/**
 * Ends a generation that has grown long: with all of it shipped, the log is emptied, and the next one begins with the
 * file. Where a reader keeps the log or somebody writes at that moment it goes on.
 */
export async function renewGeneration(place: LogPlace, log: ShippedLog, now: () => number): Promise<void> {
  await shipFrames(place, log);
  const isEmptied = await whileWriting(log.database.writers, () => {
    if (log.hasUnshipped || !log.file.checkpoint()) return false;
    log.noteEmptied(now());
    return true;
  });
  if (!isEmptied) return;
  log.generation = undefined;
  log.isChanged = true;
  await beginGeneration(place, log);
}

/** Ships every committed frame that the store does not hold yet. */
export async function shipFrames(place: LogPlace, log: ShippedLog): Promise<void> {
  const { generation } = log;
  if (!generation || !log.hasUnshipped) return;
  const to = log.written;
  const perPiece = Math.max(1, Math.floor(MAX_SEGMENT_BYTES / frameBytes(log.pageSize)));
  for (let from = log.shipped + 1; from <= to; from += perPiece) {
    const last = Math.min(from + perPiece - 1, to);
    const frames = await log.file.readFrames(log.pageSize, from, last);
    const marks = log.marksUpTo(last);
    const segment = { log: log.log, pageSize: log.pageSize, from, to: last, marks };
    const moments = momentsOf(marks, log.marksUpTo(to));
    const { name, sequence } = generation;
    generation.segmentBytes += await putSegment(place, name, sequence, segment, frames, moments);
    generation.sequence += 1;
    log.noteShipped(last);
  }
}

/** A piece of a long transaction completes no commit by itself: it is needed for the one that comes after it. */
function momentsOf(marks: readonly Mark[], later: readonly Mark[]): { first: number; last: number } {
  const first = (marks[0] ?? later[0])?.at ?? 0;
  return { first, last: marks.at(-1)?.at ?? first };
}

/** Empties a log that has grown, once all of it is shipped. */
export async function emptyLog(log: ShippedLog, now: () => number): Promise<void> {
  if (log.written < EMPTY_AFTER_FRAMES) return;
  await whileWriting(log.database.writers, () => {
    if (!log.hasUnshipped && log.file.checkpoint()) log.noteEmptied(now());
  });
}

/** Empties a log that can't be shipped, before the disk is full: what it held is in no generation. */
export async function giveUpLog(log: ShippedLog, now: () => number): Promise<void> {
  await whileWriting(log.database.writers, () => {
    log.generation = undefined;
    log.isChanged = true;
    if (log.file.checkpoint()) log.noteEmptied(now());
    else log.notePartlyEmptied();
  });
}

/** Is so much shipped since the base, or is it so old, that a new one is due? */
export function isBaseOld({ generation }: ShippedLog, now: number): boolean {
  if (!generation) return false;
  const isLong = generation.segmentBytes > Math.max(MIN_REPLAY_BYTES, 2 * generation.baseBytes);
  return isLong || now - generationTime(generation.name) > DAY_MS;
}

/** A generation is of use until its successor's base is older than any moment that somebody may ask for. */
export async function removeOldGenerations(place: LogPlace, before: number): Promise<void> {
  const generations = await listGenerations(place);
  for (const [index, name] of generations.entries()) {
    const successor = generations[index + 1];
    if (successor && generationTime(successor) < before)
      await removeObjects(place.store, generationPrefix(place.database, name));
  }
}
