import { fromBase64, joinBytes, toBase64, uint32 } from "./bytes.ts";
import { deflate } from "./packing.ts";
import { type SealKey, streamKey } from "./seal-key.ts";
import { readHead, type SealedHead, writeHead } from "./sealed-head.ts";

export const SALT_BYTES = 32;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
/** Bytes that one frame may hold before it is packed. */
export const MAX_FRAME_BYTES = 16 * 1024 * 1024;

/** Makes the frames of one sealed stream. What it needs to go on later is `head` and `sequence`. */
export interface SealedWriter {
  /** First bytes of the stream. */
  head: Uint8Array<ArrayBuffer>;
  /** Number of the next frame. */
  readonly sequence: number;
  /**
   * The next frame as it is stored. Without a final one the stream counts as cut off.
   * @param isFinal nothing may follow
   */
  frame(plain: Uint8Array<ArrayBuffer>, isFinal?: boolean): Promise<Uint8Array<ArrayBuffer>>;
}

/** Begins a sealed stream under a key. */
export async function startSealed(
  key: SealKey,
  what: Pick<SealedHead, "content" | "packing" | "about">,
): Promise<SealedWriter> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
  return resumeSealed(key, writeHead({ ...what, key: key.note, salt }), 0);
}

/**
 * Goes on with a stream of which `sequence` frames are stored. Frames have random nonces, so one that is made twice (a
 * run that was cut off before it was noted) gives nothing away.
 */
export async function resumeSealed(
  key: SealKey,
  headBytes: Uint8Array<ArrayBuffer>,
  sequence: number,
): Promise<SealedWriter> {
  const read = readHead(headBytes);
  if (!read) throw new Error("half a header");
  const [cipher, bound] = await Promise.all([
    streamKey(key.raw, fromBase64(read.head.salt)),
    headHash(headBytes),
  ]);
  let next = sequence;
  return {
    head: headBytes,
    get sequence() {
      return next;
    },
    frame: async (plain, isFinal = false) => {
      if (plain.length > MAX_FRAME_BYTES) throw new Error("too much for one frame");
      const packed = read.head.packing === "none" ? plain : await deflate(plain);
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const additionalData = frameContext(bound, next, isFinal);
      const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, cipher, packed);
      next++;
      return joinBytes([uint32(NONCE_BYTES + sealed.byteLength), iv, new Uint8Array(sealed)]);
    },
  };
}

/** SHA-256 of the head as it is stored. */
export async function headHash(head: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", head));
}

/** What a frame is bound to: its stream, its place, and whether the stream ends with it. */
export function frameContext(
  head: Uint8Array<ArrayBuffer>,
  sequence: number,
  isFinal: boolean,
): Uint8Array<ArrayBuffer> {
  return joinBytes([head, uint32(sequence), new Uint8Array([isFinal ? 1 : 0])]);
}
