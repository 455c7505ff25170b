import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with rule, reason and markup of each violation that axe finds. The page must run scripts: see openCopy. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const violations = found.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map((node) => node.html.slice(0, 160)),
  }));
  expect(violations, `axe on ${page.url()}`).toEqual([]);
}

/** Fails where the page is wider than the screen, naming what sticks out. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const all = [...document.body.querySelectorAll("*")];
    const out = all.filter((each) => each.getBoundingClientRect().right > clientWidth + 1);
    return out.slice(-3).map((each) => each.outerHTML.slice(0, 160));
  });
  expect(wide, `wider than the screen on ${page.url()}`).toEqual([]);
}

/**
 * The page as it stands, in a context that runs scripts, which axe needs; the page's own stay out. Close the copy's
 * context when done.
 */
export async function openCopy(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page has no browser");
  const viewport = page.viewportSize() ?? undefined;
  const context = await browser.newContext({ viewport, locale: "id-ID", reducedMotion: "reduce" });
  const copy = await context.newPage();
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
