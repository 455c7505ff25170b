import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import Database from "libsql";
import { SealError } from "../../sealed/seal-key.ts";
import { getBase } from "./log-base.ts";
import { FRAME_HEADER_BYTES, frameBytes } from "./log-file.ts";
import {
  generationTime,
  getSegment,
  type LogPlace,
  listGenerations,
  listSegments,
  type Segment,
} from "./log-store.ts";

/** No state of the database is known for that moment. */
export class NoMomentError extends Error {
  override name = "NoMomentError";
}

/**
 * Writes a database as it was at a moment to a new file: the newest base before it and all frames up to the last commit
 * at or before it.
 * @param at milliseconds since 1970; moments are told apart by a tenth of a second
 * @returns the moment of that last commit, or of the base
 * @throws NoMomentError where nothing is known of that time; SealError where something is missing or was changed
 */
export async function rebuildDatabase(place: LogPlace, at: number, path: string): Promise<number> {
  const generation = (await listGenerations(place)).findLast((name) => generationTime(name) <= at);
  if (!generation) throw new NoMomentError(`nothing is known of ${place.database} at that time`);
  await getBase(place, generation, path);
  const pages = new PageWriter(path);
  let moment = generationTime(generation);
  try {
    const needed = (await listSegments(place, generation)).filter(({ first }) => first <= at);
    for (const [index, name] of needed.entries()) {
      if (name.sequence !== index + 1) throw new SealError(`segment ${index + 1} of ${generation} is gone`);
      const { segment, frames } = await getSegment(place, generation, name);
      const mark = segment.marks.findLast((each) => each.at <= at);
      const isCut = segment.marks.some((each) => each.at > at);
      pages.write(segment, frames, mark && isCut ? mark.frame : segment.to);
      if (mark) moment = mark.at;
    }
  } finally {
    pages.close();
  }
  checkFile(path);
  return moment;
}

/** Writes frames into a database's file as a checkpoint does: each is one page, and a commit says how many there are. */
class PageWriter {
  readonly #file: number;
  #log = 0;
  #frame = 0;

  constructor(path: string) {
    this.#file = openSync(path, "r+");
  }

  /** @param last frame of the segment after which a commit is complete that is still wanted */
  write({ log, pageSize, from, to }: Segment, frames: Uint8Array, last: number): void {
    const size = frameBytes(pageSize);
    const isNext = log === this.#log ? from === this.#frame + 1 : from === 1;
    if (!isNext || frames.length !== (to - from + 1) * size)
      throw new SealError(`frames after ${this.#frame} are missing`);
    const view = new DataView(frames.buffer, frames.byteOffset, frames.length);
    for (let at = 0; at < (last - from + 1) * size; at += size) {
      const page = frames.subarray(at + FRAME_HEADER_BYTES, at + size);
      writeSync(this.#file, page, 0, pageSize, (view.getUint32(at) - 1) * pageSize);
      const pagesAfterCommit = view.getUint32(at + 4);
      if (pagesAfterCommit > 0) ftruncateSync(this.#file, pagesAfterCommit * pageSize);
    }
    this.#log = log;
    this.#frame = to;
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** By exec(), which ends with the file closed: a prepared statement would hold it open beyond its renaming. */
function checkFile(path: string): void {
  const database = new Database(path, { timeout: 0 });
  try {
    database.exec(`SELECT iif((SELECT group_concat(quick_check) FROM pragma_quick_check(1)) = 'ok', 1,
      abs(-9223372036854775808))`);
  } catch {
    throw new SealError("the rebuilt database is damaged");
  } finally {
    database.close();
  }
}
