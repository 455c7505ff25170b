import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type OwnedRoute, siteOf } from "#app/platform/http/route-spec.ts";
import { routeTable } from "#app/route-table.ts";
import { testApp } from "#tests/support/app.ts";
import { lendCookies, openVisitor, SCREENS } from "#tests/support/browser.ts";
import { type OfficeStage, setOfficeStage } from "#tests/support/office-stage.ts";
import { OVERSIGHT_VISITORS } from "#tests/support/oversight-stage.ts";
import {
  findAxeViolations,
  findLookFaults,
  findOtherAxeViolations,
  findWideElements,
  noteShown,
  openCopy,
} from "#tests/support/page-checks.ts";
import { type PageVisit, staleVisits, visitOf } from "#tests/support/page-table.ts";
import type { Visitor } from "#tests/support/visitor.ts";

const app = testApp();
const POSITIONS = ["kepala-desa", "kasi-pemerintahan", "kaur-keuangan", "berkunci", "sebelum-kode", "warga"];
const LONG = { timeout: 300_000 };
let stage: OfficeStage;

beforeAll(async () => {
  stage = await setOfficeStage(app);
}, 60_000);

function visitsOf(isWanted: (visit: PageVisit, route: OwnedRoute) => boolean) {
  return routeTable
    .map((route) => ({ route, visit: visitOf(route, stage.ids) }))
    .filter(({ route, visit }) => isWanted(visit, route));
}

describe("every page, without script, on a phone and at a desk,", () => {
  it("is good on the portal", { timeout: 300_000 }, async () => {
    const visits = visitsOf((visit, route) => visit.as === null && siteOf(route) === "portal");
    await expectGoodPages(await openVisitor(), visits);
  });

  it.each(OVERSIGHT_VISITORS)("is good above the villages for %s", LONG, async (name) => {
    const visitor = await openVisitor();
    await lendCookies(visitor, await stage.as(name));
    await expectGoodPages(
      visitor,
      visitsOf((visit) => visit.as === name),
    );
  });

  it("is good for everybody in the village", { timeout: 300_000 }, async () => {
    const visits = visitsOf((visit, route) => visit.as === null && siteOf(route) === "village");
    await expectGoodPages(await openVisitor({ slug: stage.village.slug }), visits);
  });

  it.each(POSITIONS)("is good for a %s", LONG, async (position) => {
    const visits = visitsOf((visit) => visit.as === position);
    const visitor = await openVisitor({ slug: stage.village.slug });
    await lendCookies(visitor, await stage.as(position));
    await expectGoodPages(visitor, visits);
  });
});

async function expectGoodPages(visitor: Visitor, visits: ReturnType<typeof visitsOf>): Promise<void> {
  const pages = visits.filter(({ visit }) => visit.answers === "page");
  expect(pages).not.toEqual([]);
  const faults: Record<string, unknown[]> = {};
  for (const { route, visit } of pages) {
    const found = await faultsOf(visitor.page, visit.path);
    if (found.length > 0) faults[route.address] = found;
  }
  expect(faults).toEqual({});
}

async function faultsOf(page: Page, path: string): Promise<unknown[]> {
  const answer = await page.goto(path);
  const { pathname, search } = new URL(page.url());
  if (answer?.status() !== 200 || pathname + search !== path) return [`${answer?.status()} ${page.url()}`];
  const faults: unknown[] = (await page.title()) === "" ? ["no title"] : [];
  const copy = await openCopy(page);
  await copy.setViewportSize(SCREENS.phone);
  const onPhone = [...(await findLayoutFaults(copy)), ...(await findAxeViolations(copy))];
  await noteShown(copy);
  await copy.setViewportSize(SCREENS.desk);
  const onDesk = [...(await findLayoutFaults(copy)), ...(await findOtherAxeViolations(copy))];
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
