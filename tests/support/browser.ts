import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { findBrowser } from "#scripts/find-browser.mjs";
import { type TestApp, testApp } from "./app.ts";
import type { BrowserlessClient } from "./client.ts";
import { Visitor } from "./visitor.ts";

/** The two screens that every page is looked at on: a phone held in one hand, and the office's PC. */
export const SCREENS = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } } as const;

export interface VisitOptions {
  /** Village; without one the portal. */
  slug?: string;
  /** Default phone. */
  screen?: keyof typeof SCREENS;
  /** Default false: pages must be whole without. */
  script?: boolean;
  /** The test takes the signal away: requests that fail for it are no fault of the page. */
  losesSignal?: boolean;
}

// One for all files of a run; Playwright ends it with the process.
let launched: Promise<Browser> | null = null;

/**
 * Opens a browser of its own (no cookies) on a host. At the test's end it is closed, and the test fails where the page
 * threw, or wrote an error to the console (a blocked script and a missing file among them).
 */
export async function openVisitor(options: VisitOptions = {}): Promise<Visitor> {
  const app = testApp();
  const { screen = "phone", script = false, slug } = options;
  launched ??= launch();
  const context = await (await launched).newContext({
    viewport: SCREENS[screen],
    hasTouch: screen === "phone",
    isMobile: screen === "phone",
    javaScriptEnabled: script,
    locale: "id-ID",
    timezoneId: "Asia/Makassar",
    reducedMotion: "reduce",
    baseURL: baseOf(app, slug),
  });
  context.setDefaultTimeout(10_000);
  const complaints = watch(context, options.losesSignal ?? false);
  onTestFinished(async () => {
    await context.close();
    expect(complaints, "console errors").toEqual([]);
  });
  return new Visitor(await context.newPage(), script);
}

/** Gives a visitor the cookies of a client: signing in by hand costs a hash each time. */
export async function lendCookies(visitor: Visitor, client: BrowserlessClient): Promise<void> {
  const cookies = [...client.cookies].map(([name, value]) => ({ name, value, url: `http://${client.host}` }));
  await visitor.page.context().addCookies(cookies);
}

function baseOf(app: TestApp, slug: string | undefined): string {
  return slug ? app.villageUrl(slug) : app.url;
}

async function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("no Chromium or Chrome found; npm test says how to install one");
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    // A page that a test filled counts as one of the wide internet, which may not ask this machine for its pictures.
    "--disable-features=LocalNetworkAccessChecks",
  ];
  return chromium.launch({ executablePath, args });
}

/** Collects what went wrong in pages. A refused form's own 4xx is an answer, not an error. */
function watch(context: BrowserContext, losesSignal: boolean): string[] {
  const complaints: string[] = [];
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const isOwnAnswer =
      /responded with a status of 4\d\d/.test(message.text()) &&
      message.location().url === message.page()?.url();
    const isLost =
      losesSignal && /net::ERR_(INTERNET_DISCONNECTED|FAILED)|status of 503/.test(message.text());
    if (!isOwnAnswer && !isLost) complaints.push(`${message.text()} (${message.location().url})`);
  });
  return complaints;
}
