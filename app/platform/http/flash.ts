import { redirect } from "react-router";
import type { SiteConfig } from "#app/context.ts";
import { readCookie, setCookie } from "./cookies.ts";

const FLASH_COOKIE = "kabar";
const FLASH_SECONDS = 60;

/** 303 to an address of this host; the sentence shows once on top of the next page. */
export function redirectWithFlash(
  config: SiteConfig,
  to: string,
  sentence: string,
  headers = new Headers(),
): Response {
  headers.append("set-cookie", setCookie(config, FLASH_COOKIE, sentence, FLASH_SECONDS));
  return redirect(to, { status: 303, headers });
}

/** 303 without a sentence. */
export function seeOther(to: string, headers = new Headers()): Response {
  return redirect(to, { status: 303, headers });
}

/** The sentence that the page before left, if any. */
export function readFlash(config: SiteConfig, request: Request): string | null {
  return readCookie(config, request, FLASH_COOKIE);
}

/** Set-Cookie value that makes the sentence show only once. */
export function clearFlash(config: SiteConfig): string {
  return setCookie(config, FLASH_COOKIE, "", 0);
}
