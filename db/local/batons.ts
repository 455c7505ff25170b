import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { ProtocolError } from "./errors.ts";

const BATON_BYTES = 48;
const PAYLOAD_BYTES = 16;

/**
 * Makes and checks batons: 8 bytes of the stream's id, 8 of its turn, and their HMAC-SHA256 under a key
 * that lives as long as the process, in base64 without padding.
 */
export class Batons {
  readonly #key = randomBytes(32);

  encode(streamId: bigint, turn: bigint): string {
    const payload = Buffer.alloc(PAYLOAD_BYTES);
    payload.writeBigUInt64BE(streamId, 0);
    payload.writeBigUInt64BE(turn, 8);
    return Buffer.concat([payload, this.#sign(payload)]).toString("base64");
  }

  /** Throws ProtocolError unless this process made the baton. */
  decode(baton: string): { streamId: bigint; turn: bigint } {
    const bytes = Buffer.from(baton, "base64");
    const payload = bytes.subarray(0, PAYLOAD_BYTES);
    const isOurs =
      bytes.length === BATON_BYTES && timingSafeEqual(bytes.subarray(PAYLOAD_BYTES), this.#sign(payload));
    if (!isOurs) throw new ProtocolError("Received an invalid baton");
    return { streamId: payload.readBigUInt64BE(0), turn: payload.readBigUInt64BE(8) };
  }

  #sign(payload: Buffer): Buffer {
    return createHmac("sha256", this.#key).update(payload).digest();
  }
}
