import type { SiteConfig } from "#app/context.ts";
import { readCookie, setCookie } from "#app/platform/http/cookies.ts";
import { type Device, deviceCookie } from "#app/platform/http/device.ts";
import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { SESSION_COOKIE } from "#app/platform/http/session-cookie.ts";
import { SESSION_TTL_SECONDS } from "#app/platform/sessions/sessions.ts";
import type { SignedIn } from "./start-session.server.ts";

/** Accounts that signed in on this device, on this village's host: the list of the quick change of user. */
const DEVICE_COOKIE = "pengguna";
const DEVICE_SECONDS = 180 * 86_400;
const MAX_ACCOUNTS = 6;

/** Ids of the accounts last used on this device, the latest first. */
export function readDeviceAccounts(config: SiteConfig, request: Request): string[] {
  const ids = (readCookie(config, request, DEVICE_COOKIE) ?? "").split(".");
  return ids.filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, MAX_ACCOUNTS);
}

/** Headers of an answer that lets somebody in: his session, his device, and his place in the device's list. */
export function signedInHeaders(
  config: SiteConfig,
  request: Request,
  signedIn: Pick<SignedIn, "token" | "accountId">,
  device: Device,
): Headers {
  const others = readDeviceAccounts(config, request).filter((id) => id !== signedIn.accountId);
  const ids = [signedIn.accountId, ...others].slice(0, MAX_ACCOUNTS);
  const headers = new Headers();
  headers.append("set-cookie", setCookie(config, SESSION_COOKIE, signedIn.token, SESSION_TTL_SECONDS));
  headers.append("set-cookie", setCookie(config, DEVICE_COOKIE, ids.join("."), DEVICE_SECONDS));
  headers.append("set-cookie", deviceCookie(config, device));
  return headers;
}

/**
 * The answer that lets somebody in: to where he wanted, with a sentence if there is one, or first to the page of the
 * second factor, which leads on to there.
 */
export function letIn(
  { config, request, device }: { config: SiteConfig; request: Request; device: Device },
  signedIn: SignedIn,
  next: string,
  sentence?: string,
): Response {
  const headers = signedInHeaders(config, request, signedIn, device);
  if (signedIn.owesSecondFactor) return seeOther(`/masuk/kode?next=${encodeURIComponent(next)}`, headers);
  return sentence ? redirectWithFlash(config, next, sentence, headers) : seeOther(next, headers);
}
