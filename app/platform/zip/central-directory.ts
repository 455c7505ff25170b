import { isSafePath } from "./safe-path.ts";
import { ZipError } from "./zip-error.ts";

export interface ZipRecord {
  path: string;
  isDirectory: boolean;
  method: 0 | 8;
  crc: number;
  packedSize: number;
  size: number;
  /** Where the packed bytes begin in the archive. */
  dataOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;

/**
 * Reads the list of a ZIP archive without unpacking anything. Archives for which readers disagree (several
 * discs, ZIP64, entries that overlap, names that differ between list and entry) are refused.
 * Throws ZipError.
 */
export function readCentralDirectory(bytes: Uint8Array, maxEntries: number): ZipRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint16(end + 8, true) !== count) throw new ZipError("unsupported", "several discs");
  if (count === 0xffff || start === 0xffffffff) throw new ZipError("unsupported", "ZIP64");
  if (count > maxEntries) throw new ZipError("too-many-entries", `${count} entries`);

  const records: ZipRecord[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    const { record, next } = readRecord(bytes, view, at, end);
    records.push(record);
    at = next;
  }
  checkUnique(records);
  checkNoOverlap(records, start);
  return records;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (
      view.getUint32(at, true) === END_SIGNATURE &&
      at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength
    ) {
      return at;
    }
  }
  throw new ZipError("not-a-zip", "no end record");
}

function readRecord(bytes: Uint8Array, view: DataView, at: number, end: number) {
  if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL_SIGNATURE) {
    throw new ZipError("corrupt", "central directory");
  }
  const flags = view.getUint16(at + 8, true);
  if (flags & 0x2041) throw new ZipError("encrypted", "an entry is encrypted");
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw new ZipError("unsupported", `compression method ${method}`);
  const nameLength = view.getUint16(at + 28, true);
  const next = at + CENTRAL_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw new ZipError("corrupt", "central directory");
  const name = bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength);
  const path = decodeName(name);
  if (!isSafePath(path)) throw new ZipError("unsafe-path", "an entry's path leaves the archive");
  const record: ZipRecord = {
    path,
    isDirectory: path.endsWith("/"),
    method,
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    dataOffset: findData(bytes, view, view.getUint32(at + 42, true), name),
  };
  return { record, next };
}

function decodeName(name: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(name);
  } catch {
    return Array.from(name, (byte) => String.fromCharCode(byte)).join("");
  }
}

function findData(bytes: Uint8Array, view: DataView, at: number, name: Uint8Array): number {
  if (at + LOCAL_SIZE > bytes.length || view.getUint32(at, true) !== LOCAL_SIGNATURE) {
    throw new ZipError("corrupt", "local header");
  }
  if (view.getUint16(at + 6, true) & 0x2041) throw new ZipError("encrypted", "an entry is encrypted");
  const nameLength = view.getUint16(at + 26, true);
  const local = bytes.subarray(at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength);
  if (local.length !== name.length || local.some((byte, index) => byte !== name[index])) {
    throw new ZipError("corrupt", "an entry has two names");
  }
  return at + LOCAL_SIZE + nameLength + view.getUint16(at + 28, true);
}

function checkUnique(records: ZipRecord[]): void {
  const paths = new Set(records.map((record) => record.path.toLowerCase()));
  if (paths.size !== records.length) throw new ZipError("unsafe-path", "two entries share one path");
}

function checkNoOverlap(records: ZipRecord[], directoryStart: number): void {
  const sorted = records.toSorted((a, b) => a.dataOffset - b.dataOffset);
  let free = 0;
  for (const record of sorted) {
    if (record.dataOffset < free) throw new ZipError("corrupt", "entries overlap");
    free = record.dataOffset + record.packedSize;
  }
  if (free > directoryStart) throw new ZipError("corrupt", "an entry runs into the directory");
}
