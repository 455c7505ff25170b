import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
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
export async function findAxeViolations(page: Page): Promise<{ id: string; help: string; at: string[] }[]> {
  await page.evaluate(AXE_SOURCE);
  const found = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ["violations"] })`,
  );
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

const copyContexts = new WeakMap<Browser, Promise<BrowserContext>>();

/** The page as it stands, in a context that runs scripts, which axe needs; the page's own stay out. Close it after. */
export async function openCopy(page: Page): Promise<Page> {
  const browser = page.context().browser();
  const viewport = page.viewportSize();
  if (!browser || !viewport) throw new Error("the page has no browser or no screen");
  const context =
    copyContexts.get(browser) ?? browser.newContext({ locale: "id-ID", reducedMotion: "reduce" });
  copyContexts.set(browser, context);
  const copy = await (await context).newPage();
  await copy.setViewportSize(viewport);
  const body = await page.content();
  await copy.route("**/*", async (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) await route.fulfill({ contentType: "text/html; charset=utf-8", body });
    else if (request.resourceType() === "script") await route.abort();
    else await route.continue();
  });
  await copy.goto(page.url());
  return copy;
}
