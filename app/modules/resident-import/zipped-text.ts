import { SheetError } from "#app/platform/sheet/sheet-error.ts";
import { readCentralDirectory, type ZipRecord } from "#app/platform/zip/central-directory.ts";
import { streamEntry, ZIP_LIMITS } from "#app/platform/zip/unpack-zip.ts";
import { ZipError } from "#app/platform/zip/zip-error.ts";

/** Joined before they are handed on: a deflated entry comes in pieces of a few kilobytes. */
const PIECE_BYTES = 64 * 1024;

/**
 * The text of the one entry of an archive whose name fits, unpacked piece by piece each time that it is begun, so that no
 * more than a piece of it is held; null where the archive is a workbook or has no such entry.
 * @throws SheetError, also while pieces are taken
 */
export function zippedTextOf(bytes: Uint8Array, name: RegExp): (() => Generator<string>) | null {
  const records = entriesOf(bytes);
  if (records.some(({ path }) => path === "xl/workbook.xml")) return null;
  const [record, other] = records.filter(({ path, isDirectory }) => !isDirectory && name.test(path));
  return record && !other ? () => piecesOf(bytes, record) : null;
}

/** None where it is no archive that can be read: whoever reads workbooks says what is wrong with it. */
function entriesOf(bytes: Uint8Array): ZipRecord[] {
  try {
    return readCentralDirectory(bytes, ZIP_LIMITS.maxEntries);
  } catch (error) {
    if (error instanceof ZipError) return [];
    throw error;
  }
}

function* piecesOf(bytes: Uint8Array, record: ZipRecord): Generator<string> {
  const decoder = new TextDecoder("utf-8");
  const stream = streamEntry(bytes, record, ZIP_LIMITS.maxUnpackedBytes);
  let piece = "";
  for (let step = spoken(() => stream.next()); !step.done; step = spoken(() => stream.next())) {
    piece += decoder.decode(step.value, { stream: true });
    if (piece.length < PIECE_BYTES) continue;
    yield piece;
    piece = "";
  }
  yield piece + decoder.decode();
}

/** An error of the archive as one of the sheet. */
function spoken<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new SheetError(error.code === "too-large" ? "file-too-large" : "corrupt");
  }
}
