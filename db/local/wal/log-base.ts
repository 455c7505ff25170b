import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { PartWriter, readParts } from "../../backup/object-parts.ts";
import { utf8 } from "../../sealed/bytes.ts";
import { SealError } from "../../sealed/seal-key.ts";
import { openSealed } from "../../sealed/sealed-reader.ts";
import { startSealed } from "../../sealed/sealed-writer.ts";
import { basePrefix, type LogPlace, readyKey } from "./log-store.ts";

const CHUNK_BYTES = 1024 * 1024;

/**
 * Stores a database's file as the base of a generation. Nobody may checkpoint meanwhile: the file then stands still,
 * whatever is written to the log.
 * @returns bytes stored
 */
export async function putBase(place: LogPlace, generation: string, path: string): Promise<number> {
  const { database, store } = place;
  const writer = await startSealed(await place.keys.present(), {
    content: "wal-base",
    packing: "deflate-raw",
    about: { database, generation },
  });
  const parts = new PartWriter(store, basePrefix(database, generation));
  await parts.write(writer.head);
  const file = await open(path, "r");
  try {
    for await (const chunk of chunksOf(file)) await parts.write(await writer.frame(chunk));
  } finally {
    await file.close();
  }
  await parts.write(await writer.frame(new Uint8Array(), true));
  await parts.flush();
  await store.put(readyKey(database, generation), utf8("siap"), "text/plain");
  return parts.bytes;
}

async function* chunksOf(file: Awaited<ReturnType<typeof open>>) {
  for (let at = 0; ; ) {
    const chunk = new Uint8Array(CHUNK_BYTES);
    const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield chunk.slice(0, bytesRead);
  }
}

/**
 * Writes a generation's base to a new file.
 * @throws SealError where it was changed or cut off, or is another's
 */
export async function getBase(place: LogPlace, generation: string, path: string): Promise<void> {
  const { database, store } = place;
  const { head, frames } = await openSealed(
    readParts(store, basePrefix(database, generation)),
    place.keys.find,
  );
  const { about } = head;
  if (head.content !== "wal-base" || about.database !== database || about.generation !== generation)
    throw new SealError(`the base of ${generation} belongs elsewhere`);
  const file = createWriteStream(path, { flags: "wx", mode: 0o600 });
  try {
    for await (const frame of frames) if (!file.write(frame)) await once(file, "drain");
  } finally {
    file.end();
    await once(file, "close");
  }
}
