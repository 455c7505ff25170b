import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const requireFrom = createRequire(import.meta.url);
// Put in by hand: the package's own builder opens a second page for each look, which costs seconds.
const AXE_SOURCE = `${readFileSync(requireFrom.resolve("axe-core/axe.min.js"), "utf8")};undefined`;

/** Fails with rule, reason and markup of each violation that axe finds. The page must run scripts: see openCopy. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  expect(await findAxeViolations(page), `axe on ${page.url()}`).toEqual([]);
}

/** What axe finds wrong with a page. */
export function findAxeViolations(page: Page): Promise<AxeFault[]> {
  return runAxe(page, `document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ["violations"] }`);
}

interface AxeFault {
  id: string;
  help: string;
  at: string[];
}

/** Rules that ask how each element looks, which is most of their work: they need not ask the same element twice. */
const LOOKS = ["color-contrast", "target-size"];

/** Notes what the page shows on this screen, for `findOtherAxeViolations` on another one. */
export async function noteShown(page: Page): Promise<void> {
  await page.evaluate(
    "window.shownBefore = new WeakSet([...document.body.querySelectorAll('*')].filter((each) => each.checkVisibility()))",
  );
}

/** Does the page's own part show something here that it did not show when it was noted? */
export function showsMore(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    "[...document.querySelectorAll('main *')].some((each) => each.checkVisibility() && !window.shownBefore.has(each))",
  );
}

/** What axe finds on another screen: rules of looks are asked of what the first screen did not show. */
export async function findOtherAxeViolations(page: Page): Promise<AxeFault[]> {
  const off = Object.fromEntries(LOOKS.map((rule) => [rule, { enabled: false }]));
  const options = { runOnly: RULES, resultTypes: ["violations"], rules: off };
  const found = await runAxe(page, `document, ${JSON.stringify(options)}`);
  const isNew = await page.evaluate<boolean>(`(() => {
    const isNew = (each) => each.checkVisibility() && !window.shownBefore.has(each);
    const all = [...document.body.querySelectorAll("*")].filter(isNew);
    window.shownNow = all.filter((each) => !isNew(each.parentElement));
    return window.shownNow.length > 0;
  })()`);
  if (!isNew) return found;
  return [...found, ...(await runAxe(page, `window.shownNow, { runOnly: ${JSON.stringify(LOOKS)} }`))];
}

async function runAxe(page: Page, what: string): Promise<AxeFault[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE_SOURCE);
  const found = await page.evaluate<AxeResults>(`axe.run(${what})`);
  return found.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map((node) => node.html.slice(0, 160)),
  }));
}

/** Fails where the page is wider than the screen, naming what sticks out. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  expect(await findWideElements(page), `wider than the screen on ${page.url()}`).toEqual([]);
}

/** Elements that make a page scroll sideways. */
export function findWideElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const all = [...document.body.querySelectorAll("*")];
    const out = all.filter((each) => each.getBoundingClientRect().right > clientWidth + 1);
    return ["page", ...out.slice(-3).map((each) => each.outerHTML.slice(0, 160))];
  });
}

/** What is wrong with a page's look that axe does not ask: headings, words, fields and targets for a thumb. */
export function findLookFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const outside = (each: Element) => each.outerHTML.slice(0, 160);
    const headings = document.querySelectorAll("h1").length;
    if (headings !== 1) faults.push(`${headings} first headings`);
    // What a program said stands for operators as it is, and says of itself that it is English.
    const foreign = [...document.querySelectorAll<HTMLElement>("[lang=en]")].map((each) => each.innerText);
    const text = foreign.reduce((left, each) => left.replace(each, ""), document.body.innerText);
    const english = /\b(submit|required|error|undefined|null|NaN)\b|\[object/i.exec(text);
    if (english) faults.push(`on the screen: ${english[0]}`);
    for (const field of document.querySelectorAll<HTMLInputElement>("input, select, textarea")) {
      if (field.type !== "hidden" && !field.labels?.length && !field.ariaLabel)
        faults.push(`no label: ${outside(field)}`);
    }
    const isInSentence = (each: Element) =>
      [...(each.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && /\w/.test(node.textContent ?? ""),
      );
    for (const target of document.querySelectorAll("main a, main button, main summary, main select")) {
      // A link may spread over its whole card or row.
      const isSpread = getComputedStyle(target, "::after").position === "absolute";
      const area = (isSpread && (target as HTMLElement).offsetParent) || target;
      const { width, height } = area.getBoundingClientRect();
      const isShown = width > 0 && height > 0;
      if (isShown && (height < 43.5 || width < 24) && !isInSentence(target))
        faults.push(`${Math.round(width)} x ${Math.round(height)}: ${outside(target)}`);
    }
    return faults;
  });
}

/**
 * The page as it stands, in a page that runs scripts, which axe needs; the page's own stay out. A browser has one such
 * page, filled anew each time: opening one costs a second.
 */
export async function openCopy(page: Page): Promise<Page> {
  const browser = page.context().browser();
  const viewport = page.viewportSize();
  if (!browser || !viewport) throw new Error("the page has no browser or no screen");
  const made = copies.get(browser) ?? openBlank(browser);
  copies.set(browser, made);
  const copy = await made;
  await copy.setViewportSize(viewport);
  await fillPage(copy, page.url(), await page.content());
  return copy;
}

const copies = new WeakMap<Browser, Promise<Page>>();

async function openBlank(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: "id-ID", reducedMotion: "reduce" });
  return context.newPage();
}

/**
 * Shows a document at an address without fetching it; scripts of its own stay out.
 * @param policy the document's content security policy: what it forbids is missing here too, and complained of
 */
export async function fillPage(page: Page, url: string, html: string, policy = ""): Promise<void> {
  const body = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>|<link rel="modulepreload"[^>]*>/g, "");
  if (new URL(page.url()).origin !== new URL(url).origin) await goBlank(page, url, policy);
  await page.evaluate((to) => history.replaceState(null, "", to), url);
  await page.setContent(body);
}

/** An empty document of a host, without the rule that keeps strange scripts out of its pages. */
async function goBlank(page: Page, url: string, policy: string): Promise<void> {
  const headers = {
    "content-security-policy": policy.replace(/script-src [^;]*/, "script-src 'unsafe-eval'"),
  };
  const answer = { contentType: "text/html", body: "<!doctype html>", headers };
  await page.route(url, (route) => route.fulfill(answer), { times: 1 });
  await page.goto(url);
}
