import { walPrefix } from "../../backup/object-keys.ts";
import { listAll, type ObjectStore } from "../../object-store.ts";
import { joinBytes, utf8 } from "../../sealed/bytes.ts";
import { type BackupKeys, SealError } from "../../sealed/seal-key.ts";
import { openSealed } from "../../sealed/sealed-reader.ts";
import { startSealed } from "../../sealed/sealed-writer.ts";

/** A moment after which all commits are known up to a frame of the log. */
export interface Mark {
  /** Milliseconds since 1970. */
  at: number;
  frame: number;
}

/** A run of frames of one log, as it is shipped. */
export interface Segment {
  /** Which of the generation's logs it belongs to: each emptied log is followed by the next. */
  log: number;
  pageSize: number;
  from: number;
  to: number;
  marks: Mark[];
}

/** What a segment's name tells. */
export interface SegmentName {
  key: string;
  sequence: number;
  /** First and last moment of a commit that it completes. */
  first: number;
  last: number;
}

export interface LogPlace {
  store: ObjectStore;
  keys: BackupKeys;
  database: string;
}

/** `20261124T140500123Z`: a generation is named by the moment of its base. */
export function generationName(at: Date): string {
  return at.toISOString().replace(/[-:.]/g, "");
}

export function generationTime(name: string): number {
  return Date.parse(
    name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, "$1-$2-$3T$4:$5:$6.$7Z"),
  );
}

export function generationPrefix(database: string, generation: string): string {
  return `${walPrefix(database)}${generation}/`;
}

export function basePrefix(database: string, generation: string): string {
  return `${generationPrefix(database, generation)}dasar/`;
}

/** Written last: a generation without it has no whole base. */
export function readyKey(database: string, generation: string): string {
  return `${generationPrefix(database, generation)}siap`;
}

/** Generations with a whole base, oldest first. */
export async function listGenerations({ store, database }: Omit<LogPlace, "keys">): Promise<string[]> {
  const prefix = walPrefix(database);
  const found: string[] = [];
  for await (const { key } of listAll(store, prefix)) {
    const [generation = "", name] = key.slice(prefix.length).split("/");
    if (name === "siap") found.push(generation);
  }
  return found;
}

const SEGMENT = /\/seg\/(\d{8})-(\d{13})-(\d{13})$/;

/** Segments of a generation in their order. */
export async function listSegments(
  { store, database }: Omit<LogPlace, "keys">,
  generation: string,
): Promise<SegmentName[]> {
  const found: SegmentName[] = [];
  for await (const { key } of listAll(store, `${generationPrefix(database, generation)}seg/`)) {
    const [, sequence, first, last] = SEGMENT.exec(key) ?? [];
    if (sequence) found.push({ key, sequence: Number(sequence), first: Number(first), last: Number(last) });
  }
  return found;
}

/** Stores one segment; its name says which moments it holds. */
export async function putSegment(
  place: LogPlace,
  generation: string,
  sequence: number,
  segment: Segment,
  frames: Uint8Array,
  moments: { first: number; last: number },
): Promise<number> {
  const about = { database: place.database, generation, sequence };
  const writer = await startSealed(await place.keys.present(), {
    content: "wal",
    packing: "deflate-raw",
    about,
  });
  const bytes = joinBytes([
    writer.head,
    await writer.frame(utf8(JSON.stringify(segment))),
    await writer.frame(new Uint8Array(frames), true),
  ]);
  const name = `${String(sequence).padStart(8, "0")}-${moments.first}-${moments.last}`;
  const key = `${generationPrefix(place.database, generation)}seg/${name}`;
  await place.store.put(key, bytes, "application/octet-stream");
  return bytes.length;
}

/**
 * Opens one segment.
 * @throws SealError where it is missing, changed, or not the one that its name says
 */
export async function getSegment(
  place: LogPlace,
  generation: string,
  { key, sequence }: SegmentName,
): Promise<{ segment: Segment; frames: Uint8Array }> {
  const found = await place.store.get(key);
  if (!found) throw new SealError(`${key} is gone`);
  const { head, frames } = await openSealed([found.bytes], place.keys.find);
  const { about } = head;
  if (head.content !== "wal" || about.database !== place.database || about.generation !== generation)
    throw new SealError(`${key} belongs elsewhere`);
  if (about.sequence !== sequence) throw new SealError(`${key} is not the segment of its name`);
  const parts: Uint8Array[] = [];
  for await (const frame of frames) parts.push(frame);
  const [json, bytes] = parts;
  if (!json || !bytes) throw new SealError(`${key} holds no frames`);
  return { segment: JSON.parse(new TextDecoder().decode(json)) as Segment, frames: bytes };
}
