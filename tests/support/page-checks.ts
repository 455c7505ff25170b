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

const copies = new WeakMap<Browser, Promise<Page>>();

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
  const body = (await page.content()).replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "");
  if (new URL(copy.url()).origin !== new URL(page.url()).origin) await goBlank(copy, page.url());
  await copy.evaluate((url) => history.replaceState(null, "", url), page.url());
  await copy.setContent(body);
  return copy;
}

async function openBlank(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: "id-ID", reducedMotion: "reduce" });
  return context.newPage();
}

/** An empty document of a host, without the rules that keep strange scripts out of its pages. */
async function goBlank(copy: Page, url: string): Promise<void> {
  const answer = { contentType: "text/html", body: "<!doctype html>" };
  await copy.route(url, (route) => route.fulfill(answer), { times: 1 });
  await copy.goto(url);
}
