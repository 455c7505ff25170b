import { fromBase64, joinBytes, readUint32, uint32, utf8 } from "./bytes.ts";
import { type KeyNote, SealError } from "./seal-key.ts";

/** First bytes of every sealed stream (docs/format-ekspor.md). */
const MAGIC = utf8("BALAI1\r\n");
const LENGTH_BYTES = 4;
const MAX_HEADER_BYTES = 16_384;

/** The part of a sealed stream that lies open. Each frame is bound to it: one changed letter and nothing opens. */
export interface SealedHead {
  /** What lies inside: `backup`, `export`, `wal`. */
  content: string;
  /** How each frame was packed before it was sealed. */
  packing: "none" | "deflate-raw";
  key: KeyNote;
  /** 32 random bytes in base64, from which the stream's own key is derived. */
  salt: string;
  /** What may be known without a key: whose it is and when it was made. */
  about: Record<string, string | number>;
}

/** The head as bytes: magic, length of the JSON (32 bits, big end first), JSON. */
export function writeHead(head: SealedHead): Uint8Array<ArrayBuffer> {
  const json = utf8(JSON.stringify(head));
  if (json.length > MAX_HEADER_BYTES) throw new SealError("the header is too long");
  return joinBytes([MAGIC, uint32(json.length), json]);
}

/**
 * Reads the head at the start of some bytes.
 * @returns null where there are not enough bytes yet
 * @throws SealError where these are not the first bytes of a sealed stream
 */
export function readHead(bytes: Uint8Array): { head: SealedHead; length: number } | null {
  const begin = Math.min(bytes.length, MAGIC.length);
  for (let at = 0; at < begin; at++) if (bytes[at] !== MAGIC[at]) throw new SealError("not a sealed file");
  if (bytes.length < MAGIC.length + LENGTH_BYTES) return null;
  const jsonLength = readUint32(bytes, MAGIC.length);
  if (jsonLength > MAX_HEADER_BYTES) throw new SealError("not a sealed file");
  const length = MAGIC.length + LENGTH_BYTES + jsonLength;
  if (bytes.length < length) return null;
  return { head: parseHead(bytes.subarray(MAGIC.length + LENGTH_BYTES, length)), length };
}

function parseHead(json: Uint8Array): SealedHead {
  try {
    const head = JSON.parse(new TextDecoder().decode(json)) as SealedHead;
    const isWhole = head.key.kind && fromBase64(head.salt).length === 32 && typeof head.content === "string";
    if (isWhole && ["none", "deflate-raw"].includes(head.packing)) return head;
  } catch {
    // Said below.
  }
  throw new SealError("the header can't be read");
}
