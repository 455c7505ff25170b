import { ProtocolError, SqlError } from "./errors.ts";

/** A value as the native package takes and gives it: integers are bigint, floats are number. */
export type NativeValue = null | bigint | number | string | Uint8Array;

/** A value as Hrana writes it in JSON. */
export type HranaValue =
  | { type: "null" }
  | { type: "integer"; value: string }
  | { type: "float"; value: unknown }
  | { type: "text"; value: string }
  | { type: "blob"; base64: string };

const INTEGER = /^-?[0-9]{1,19}$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const MAX_INTEGER = 2n ** 63n - 1n;
const MIN_INTEGER = -(2n ** 63n);

function decodeInteger(text: unknown): bigint {
  if (typeof text !== "string" || !INTEGER.test(text)) throw new ProtocolError("Invalid integer value");
  const value = BigInt(text);
  if (value > MAX_INTEGER || value < MIN_INTEGER) throw new ProtocolError("Integer value out of range");
  return value;
}

function decodeText(text: unknown): string {
  if (typeof text !== "string") throw new ProtocolError("Invalid text value");
  if (text.includes("\0")) {
    throw new SqlError("ARGS_INVALID", "Text with a NUL character cannot be read back by this server");
  }
  return text;
}

function decodeBlob(base64: unknown): Uint8Array {
  if (typeof base64 !== "string" || !BASE64.test(base64)) throw new ProtocolError("Invalid base64 value");
  const unpadded = base64.replace(/=+$/, "");
  if (unpadded.length % 4 === 1) throw new ProtocolError("Invalid base64 value");
  return Buffer.from(unpadded, "base64");
}

/**
 * Reads a value of a request. Throws ProtocolError when it has not the protocol's form, and SqlError
 * ARGS_INVALID for text with a NUL: the native package would give it back cut off at the NUL.
 */
export function decodeValue(json: unknown): NativeValue {
  const value = (typeof json === "object" && json !== null ? json : {}) as Record<string, unknown>;
  if (value.type === "null") return null;
  if (value.type === "integer") return decodeInteger(value.value);
  if (value.type === "text") return decodeText(value.value);
  if (value.type === "blob") return decodeBlob(value.base64);
  if (value.type === "float" && typeof value.value === "number") return value.value;
  throw new ProtocolError("Value type not recognized");
}

// JSON has no sign for infinity, but 1e999 is a number that every parser of doubles reads as it.
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

function encodeFloat(value: number): unknown {
  if (Object.is(value, -0)) return rawJSON("-0.0");
  return Number.isFinite(value) ? value : rawJSON(value > 0 ? "1e999" : "-1e999");
}

/** Writes a value of a row as Hrana has it; blobs without padding, as sqld does. */
export function encodeValue(value: NativeValue): HranaValue {
  if (value === null) return { type: "null" };
  if (typeof value === "bigint") return { type: "integer", value: value.toString() };
  if (typeof value === "number") return { type: "float", value: encodeFloat(value) };
  if (typeof value === "string") return { type: "text", value };
  const base64 = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64");
  return { type: "blob", base64: base64.replace(/=+$/, "") };
}

/** Roughly how many bytes the value takes in a response. */
export function sizeOfValue(value: NativeValue): number {
  if (typeof value === "string") return value.length + 28;
  return value instanceof Uint8Array ? Math.ceil(value.byteLength / 3) * 4 + 28 : 40;
}
