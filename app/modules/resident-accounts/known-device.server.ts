import type { VillageCtx } from "#app/context.ts";
import { readCookie, setCookie } from "#app/platform/http/cookies.ts";
import { type Device, deviceCookie, deviceFrom } from "#app/platform/http/device.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { equalBytes } from "#app/platform/passwords.ts";

/** Marks of the residents who signed in on this device: nothing of it is stored here, and it opens nothing. */
const KNOWN_COOKIE = "warga-perangkat";
const KNOWN_SECONDS = 400 * 86_400;
/** A family shares a phone. */
const MOST = 8;
/** Name under which marks are made from the village's index key. */
const MARK_FIELD = "resident-sign-in.device";

/** A device with the marks that it shows of those who signed in on it before. */
export interface ResidentDevice extends Device {
  marks: readonly string[];
}

/** The device of a request. */
export function residentDeviceFrom({ config }: Pick<VillageCtx, "config">, request: Request): ResidentDevice {
  const marks = (readCookie(config, request, KNOWN_COOKIE) ?? "").split("_").filter(Boolean).slice(0, MOST);
  return { ...deviceFrom(config, request), marks };
}

/** Has whoever has this NIK signed in on this device before? Answered by the village's key alone, whether or not he has an account. */
export async function isKnownFor(
  { keys }: Pick<VillageCtx, "keys">,
  device: ResidentDevice,
  nik: string,
): Promise<boolean> {
  if (device.marks.length === 0) return false;
  const own = await keys.indexes(MARK_FIELD, `${nik}:${device.token}`);
  const hashes = await Promise.all(own.map(markText));
  return device.marks.some((mark) => hashes.some((hash) => isSame(hash, mark)));
}

/** Adds to an answer what makes the device known to whoever has this NIK, after he has signed in. */
export async function rememberDevice(
  { config, keys }: Pick<VillageCtx, "config" | "keys">,
  headers: Headers,
  device: ResidentDevice,
  nik: string,
): Promise<Headers> {
  const mark = await markText(await keys.index(MARK_FIELD, `${nik}:${device.token}`));
  const marks = [mark, ...device.marks.filter((each) => each !== mark)].slice(0, MOST);
  headers.append("set-cookie", deviceCookie(config, device));
  headers.append("set-cookie", setCookie(config, KNOWN_COOKIE, marks.join("_"), KNOWN_SECONDS));
  return headers;
}

/** Of even length and letters, whatever an index looks like. */
async function markText(index: string): Promise<string> {
  return (await sha256Hex(index)).slice(0, 40);
}

function isSame(one: string, other: string): boolean {
  const encoder = new TextEncoder();
  return equalBytes(encoder.encode(one), encoder.encode(other));
}
