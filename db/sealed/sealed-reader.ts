import { fromBase64, joinBytes, readUint32 } from "./bytes.ts";
import { inflate } from "./packing.ts";
import { type FindKey, SealError, streamKey } from "./seal-key.ts";
import { readHead, type SealedHead } from "./sealed-head.ts";
import { frameContext, headHash, MAX_FRAME_BYTES, NONCE_BYTES, TAG_BYTES } from "./sealed-writer.ts";

const LENGTH_BYTES = 4;
/** DEFLATE makes nothing longer than by a few bytes in each block of 32 KB. */
const MAX_SEALED_BYTES = NONCE_BYTES + MAX_FRAME_BYTES + MAX_FRAME_BYTES / 1024 + 1024 + TAG_BYTES;

/** A sealed stream that is being read. */
export interface OpenedSeal {
  head: SealedHead;
  /** What each frame held, in order. Throws SealError at the first that is not what was written there. */
  frames: AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

/**
 * Opens a sealed stream given in chunks of any size, at most one frame of it in memory.
 * @throws SealError where it is no sealed stream or its key is not at hand; frames throw where it was changed, cut off,
 *   put in another order or lengthened
 */
export async function openSealed(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  findKey: FindKey,
): Promise<OpenedSeal> {
  const source = new ByteSource(chunks);
  let read = readHead(source.peek());
  while (!read) {
    if (!(await source.more())) throw new SealError("the file ends within its header");
    read = readHead(source.peek());
  }
  const headBytes = source.take(read.length);
  const key = await findKey(read.head.key);
  if (!key) throw new SealError(`the key ${describe(read.head)} is not at hand`);
  const cipher = await streamKey(key.raw, fromBase64(read.head.salt));
  return { head: read.head, frames: readFrames(source, cipher, await headHash(headBytes), read.head) };
}

function describe({ key }: SealedHead): string {
  return key.kind === "backup" ? key.id : key.kind;
}

async function* readFrames(
  source: ByteSource,
  cipher: CryptoKey,
  bound: Uint8Array<ArrayBuffer>,
  head: SealedHead,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let sequence = 0; ; sequence++) {
    if (!(await source.have(LENGTH_BYTES))) throw new SealError("the file is cut off");
    const length = readUint32(source.take(LENGTH_BYTES), 0);
    if (length < NONCE_BYTES + TAG_BYTES || length > MAX_SEALED_BYTES)
      throw new SealError(`frame ${sequence} is damaged`);
    if (!(await source.have(length))) throw new SealError("the file is cut off");
    const frame = source.take(length);
    const isLast = !(await source.have(1));
    const packed = await openFrame(cipher, frame, frameContext(bound, sequence, isLast), sequence);
    yield head.packing === "none" ? packed : await inflate(packed, MAX_FRAME_BYTES);
    if (isLast) return;
  }
}

/** The last bytes must be a final frame, and no other may be: what was cut off or added shows here. */
async function openFrame(
  cipher: CryptoKey,
  frame: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
  sequence: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = frame.subarray(0, NONCE_BYTES);
  const options = { name: "AES-GCM", iv, additionalData };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(options, cipher, frame.subarray(NONCE_BYTES)));
  } catch {
    throw new SealError(
      `frame ${sequence} is damaged, out of its place, or the last of a file that is cut off`,
    );
  }
}

/** Bytes that come in chunks and are taken in pieces. */
class ByteSource {
  readonly #iterator: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    this.#iterator =
      Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  }

  peek(): Uint8Array {
    return this.#held;
  }

  /** Fetches one more chunk; false where there is none. */
  async more(): Promise<boolean> {
    const next = await this.#iterator.next();
    if (next.done) return false;
    this.#held = joinBytes([this.#held, next.value]);
    return true;
  }

  /** Are there so many bytes? */
  async have(count: number): Promise<boolean> {
    while (this.#held.length < count) if (!(await this.more())) return false;
    return true;
  }

  take(count: number): Uint8Array<ArrayBuffer> {
    const taken = this.#held.slice(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }
}
