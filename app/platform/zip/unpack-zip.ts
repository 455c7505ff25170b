import { Inflate } from "fflate";
import { readCentralDirectory, type ZipRecord } from "./central-directory.ts";
import { crc32 } from "./crc32.ts";
import { ZipError } from "./zip-error.ts";

export interface ZipLimits {
  maxEntries: number;
  maxUnpackedBytes: number;
}

export const ZIP_LIMITS: ZipLimits = { maxEntries: 200, maxUnpackedBytes: 64 * 1024 * 1024 };

/** Deflate grows at most 1,032-fold, so one step never holds more than about 8 MB that nobody counted. */
const STEP_BYTES = 8 * 1024;

export interface ZipContents {
  /** Path to bytes, of the files that `keep` wanted. */
  files: Map<string, Uint8Array>;
  paths: string[];
  unpackedBytes: number;
}

/**
 * Unpacks a ZIP archive within limits that are counted while inflating; what the archive says of its own sizes is
 * only compared, never trusted. Each entry is inflated and its CRC checked; only those that `keep` wants are held.
 * Run it before any other reader sees the archive. Throws ZipError, nothing else.
 */
export function unpackZip(
  bytes: Uint8Array,
  options: { limits?: Partial<ZipLimits>; keep?: (path: string) => boolean } = {},
): ZipContents {
  const limits = { ...ZIP_LIMITS, ...options.limits };
  const keep = options.keep ?? (() => true);
  const records = readCentralDirectory(bytes, limits.maxEntries);
  const files = new Map<string, Uint8Array>();
  let unpackedBytes = 0;
  for (const record of records) {
    const isKept = !record.isDirectory && keep(record.path);
    const { chunks, length } = inflateEntry(bytes, record, limits.maxUnpackedBytes - unpackedBytes, isKept);
    unpackedBytes += length;
    if (isKept) files.set(record.path, join(chunks, length));
  }
  return { files, paths: records.map((record) => record.path), unpackedBytes };
}

/** Like `unpackZip`, but holds nothing: for files that are stored, not read. Throws ZipError. */
export function checkZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Omit<ZipContents, "files"> {
  const { paths, unpackedBytes } = unpackZip(bytes, { limits, keep: () => false });
  return { paths, unpackedBytes };
}

/**
 * Unpacks one entry piece by piece, so that whoever reads it holds no more than a step of it. Its CRC is compared at the
 * end, after everything was handed out.
 * @throws ZipError
 */
export function* streamEntry(bytes: Uint8Array, record: ZipRecord, maxBytes: number): Generator<Uint8Array> {
  const packed = bytes.subarray(record.dataOffset, record.dataOffset + record.packedSize);
  if (packed.length !== record.packedSize) throw new ZipError("corrupt", "an entry is cut short");
  let length = 0;
  let crc = 0;
  let waiting: Uint8Array[] = [];
  const inflate = record.method === 0 ? null : new Inflate((chunk) => void waiting.push(chunk));
  for (let at = 0; at === 0 || at < packed.length; at += STEP_BYTES) {
    const step = packed.subarray(at, at + STEP_BYTES);
    if (inflate) pushStep(inflate, step, at + STEP_BYTES >= packed.length);
    else waiting.push(step);
    const ready = waiting;
    waiting = [];
    for (const chunk of ready) {
      length += chunk.length;
      if (length > maxBytes) throw new ZipError("too-large", `more than ${maxBytes} bytes to unpack`);
      crc = crc32(chunk, crc);
      yield chunk;
    }
  }
  if (length !== record.size || crc !== record.crc)
    throw new ZipError("corrupt", "an entry differs from its checksum");
}

function inflateEntry(bytes: Uint8Array, record: ZipRecord, room: number, isKept: boolean) {
  const packed = bytes.subarray(record.dataOffset, record.dataOffset + record.packedSize);
  if (packed.length !== record.packedSize) throw new ZipError("corrupt", "an entry is cut short");
  const chunks: Uint8Array[] = [];
  let length = 0;
  let crc = 0;
  const take = (chunk: Uint8Array) => {
    length += chunk.length;
    if (length > room) throw new ZipError("too-large", `more than ${room} bytes left to unpack`);
    crc = crc32(chunk, crc);
    if (isKept) chunks.push(chunk);
  };
  if (record.method === 0) take(packed);
  else inflateInSteps(packed, take);
  if (length !== record.size || crc !== record.crc)
    throw new ZipError("corrupt", "an entry differs from its checksum");
  return { chunks, length };
}

function inflateInSteps(packed: Uint8Array, take: (chunk: Uint8Array) => void): void {
  const inflate = new Inflate(take);
  for (let at = 0; at === 0 || at < packed.length; at += STEP_BYTES) {
    pushStep(inflate, packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
  }
}

function pushStep(inflate: Inflate, step: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(step, isLast);
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError("corrupt", "an entry does not inflate");
  }
}

function join(chunks: Uint8Array[], length: number): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
