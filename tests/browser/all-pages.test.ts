import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type OwnedRoute, siteOf } from "#app/platform/http/route-spec.ts";
import { routeTable } from "#app/route-table.ts";
import { testApp } from "#tests/support/app.ts";
import { lendCookies, openVisitor, SCREENS } from "#tests/support/browser.ts";
import type { BrowserlessClient, ClientAnswer } from "#tests/support/client.ts";
import type { OfficeStage } from "#tests/support/office-stage.ts";
import { OVERSIGHT_VISITORS } from "#tests/support/oversight-stage.ts";
import {
  fillPage,
  findAxeViolations,
  findLookFaults,
  findOtherAxeViolations,
  findWideElements,
  noteShown,
  showsMore,
} from "#tests/support/page-checks.ts";
import { type PageVisit, staleVisits, visitOf } from "#tests/support/page-table.ts";
import { sharedStage } from "#tests/support/shared-stages.ts";

const app = testApp();
const POSITIONS = ["kepala-desa", "kasi-pemerintahan", "kaur-keuangan", "berkunci", "sebelum-kode", "warga"];
const LONG = { timeout: 300_000 };
let stage: OfficeStage;

beforeAll(async () => {
  stage = await sharedStage(app);
}, 60_000);

function visitsOf(isWanted: (visit: PageVisit, route: OwnedRoute) => boolean) {
  return routeTable
    .map((route) => ({ route, visit: visitOf(route, stage.ids) }))
    .filter(({ route, visit }) => isWanted(visit, route));
}

describe("every page, without script, on a phone and at a desk,", () => {
  it("is good on the portal", LONG, async () => {
    await expectGoodPages(
      app.createBrowserlessClient(),
      visitsOf((visit, route) => visit.as === null && siteOf(route) === "portal"),
    );
  });

  it.each(OVERSIGHT_VISITORS)("is good above the villages for %s", LONG, async (name) => {
    await expectGoodPages(
      await stage.as(name),
      visitsOf((visit) => visit.as === name),
    );
  });

  it("is good for everybody in the village", LONG, async () => {
    await expectGoodPages(
      app.createBrowserlessClient(stage.village.slug),
      visitsOf((visit, route) => visit.as === null && siteOf(route) === "village"),
    );
  });

  it.each(POSITIONS)("is good for a %s", LONG, async (position) => {
    await expectGoodPages(
      await stage.as(position),
      visitsOf((visit) => visit.as === position),
    );
  });
});

async function expectGoodPages(
  client: BrowserlessClient,
  visits: ReturnType<typeof visitsOf>,
): Promise<void> {
  const pages = visits.filter(({ visit }) => visit.answers === "page");
  expect(pages).not.toEqual([]);
  const visitor = await openVisitor({ slug: slugOf(client), screen: "desk", script: true });
  await lendCookies(visitor, client);
  const faults: Record<string, unknown[]> = {};
  for (const [at, { route, visit }] of pages.entries()) {
    const answer = await client.get(visit.path);
    const found = await faultsOf(visitor.page, `http://${client.host}${visit.path}`, answer, at === 0);
    if (found.length > 0) faults[route.address] = found;
  }
  expect(faults).toEqual({});
}

function slugOf({ host }: BrowserlessClient): string | undefined {
  return host === app.baseHost ? undefined : stage.village.slug;
}

/**
 * At a desk the menu around a page is asked with the first page of a visitor; of the others those whose own part shows
 * there what a phone hides.
 */
async function faultsOf(page: Page, url: string, answer: ClientAnswer, isFirst: boolean): Promise<unknown[]> {
  if (answer.status !== 200) return [`${answer.status} ${answer.headers.location}`];
  await fillPage(page, url, answer.text, answer.headers["content-security-policy"]?.toString());
  const faults: unknown[] = (await page.title()) === "" ? ["no title"] : [];
  await page.setViewportSize(SCREENS.phone);
  const onPhone = [...(await findLayoutFaults(page)), ...(await findAxeViolations(page))];
  await noteShown(page);
  await page.setViewportSize(SCREENS.desk);
  const onDesk = await findLayoutFaults(page);
  if (isFirst || (await showsMore(page))) onDesk.push(...(await findOtherAxeViolations(page)));
  faults.push(...onPhone.map((fault) => ({ screen: "phone", fault })));
  faults.push(...onDesk.map((fault) => ({ screen: "desk", fault })));
  return faults;
}

async function findLayoutFaults(copy: Page): Promise<unknown[]> {
  return [...(await findLookFaults(copy)), ...(await findWideElements(copy))];
}

describe("what is no page", () => {
  it("answers a file, or leads elsewhere", async () => {
    for (const { visit } of visitsOf(({ answers }) => answers !== "page")) {
      const client = visit.as ? await stage.as(visit.as) : app.createBrowserlessClient(stage.village.slug);
      const answer = await client.get(visit.path);
      const isFile = visit.answers === "file";
      expect([visit.path, answer.status]).toEqual([visit.path, isFile ? 200 : 303]);
      if (isFile) expect(answer.headers["content-type"]).not.toContain("text/html");
    }
  });
});

describe("the table of pages", () => {
  it("opens every address that the route tables name, and none that is gone", () => {
    expect(visitsOf(() => true)).toHaveLength(routeTable.length);
    expect(staleVisits(routeTable)).toEqual([]);
    const positions = new Set(visitsOf(({ as }) => as !== null).map(({ visit }) => visit.as));
    expect([...positions].toSorted()).toEqual([...POSITIONS, ...OVERSIGHT_VISITORS].toSorted());
  });
});
