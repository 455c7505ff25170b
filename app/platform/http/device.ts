import type { SiteConfig } from "#app/context.ts";
import { newToken } from "../ids.ts";
import { readCookie, setCookie } from "./cookies.ts";

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iPhone atau iPad"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "Mac"],
  [/Linux/, "Linux"],
];

/** What a person will recognise in the list of his sessions, e.g. `Chrome di Android`. */
export function deviceOf(request: Request): string {
  const agent = request.headers.get("user-agent") ?? "";
  const browser = BROWSERS.find(([pattern]) => pattern.test(agent))?.[1] ?? "Peramban";
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1];
  return system ? `${browser} di ${system}` : browser;
}

/** The phone or computer that a request comes from. */
export interface Device {
  /** What a person will recognise, e.g. `Chrome di Android`. */
  name: string;
  /** Tells this browser from others of its kind; it opens nothing. */
  token: string;
}

const DEVICE_COOKIE = "perangkat";
/** As long as Chromium keeps a cookie. */
const DEVICE_SECONDS = 400 * 86_400;

/** The device of a request; a browser that was never here gets a token of its own. */
export function deviceFrom(config: SiteConfig, request: Request): Device {
  const token = readCookie(config, request, DEVICE_COOKIE);
  return { name: deviceOf(request), token: token && /^[a-z2-9]{32}$/.test(token) ? token : newToken() };
}

/** Set-Cookie value by which the browser is known again. */
export function deviceCookie(config: SiteConfig, device: Device): string {
  return setCookie(config, DEVICE_COOKIE, device.token, DEVICE_SECONDS);
}
