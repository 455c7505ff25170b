import { joinBytes } from "./bytes.ts";

/** Packs bytes as raw DEFLATE (RFC 1951). */
export function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return pass(bytes, new CompressionStream("deflate-raw"));
}

/**
 * Unpacks what `deflate` made.
 * @throws TypeError where the bytes are none, or more than `maxBytes` come out
 */
export function inflate(bytes: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  return pass(bytes, new DecompressionStream("deflate-raw"), maxBytes);
}

async function pass(
  bytes: Uint8Array<ArrayBuffer>,
  through: { readable: ReadableStream; writable: WritableStream },
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = through.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  // A failure shows at the reader too; unheard here it would end the process.
  written.catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = through.readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const chunk = next.value as Uint8Array;
    length += chunk.length;
    if (length > maxBytes) throw new TypeError("more bytes than a frame may hold");
    chunks.push(chunk);
  }
  await written;
  return joinBytes(chunks);
}
