import { beforeAll, describe, expect, it } from "vitest";
import { type OwnedRoute, siteOf } from "#app/platform/http/route-spec.ts";
import { routeTable } from "#app/route-table.ts";
import { testApp } from "#tests/support/app.ts";
import type { ClientAnswer } from "#tests/support/client.ts";
import type { OfficeStage } from "#tests/support/office-stage.ts";
import { visitOf } from "#tests/support/page-table.ts";
import { sharedStage } from "#tests/support/shared-stages.ts";
import { countWrites } from "../http/bad-input/village-writes.ts";

const app = testApp();
/** Addresses that name a record: the same year exists in every village, a record in one alone. */
const recordRoutes = routeTable.filter(
  (route) => siteOf(route) === "village" && /:(id|jabatan|token|berkas)\b/.test(route.address),
);
/** Shown again on a page that keeps what was typed; nothing of the village that it belongs to. */
const EMPTY_FORM = { _kunci: "kunci-penyerang", versi: "1" };

let own: OfficeStage;
let foreign: OfficeStage;

beforeAll(async () => {
  own = await sharedStage(app);
  foreign = await sharedStage(app, "neighbour");
}, 120_000);

/** An address of the neighbour's record under one's own host, as whoever opens such pages at home. */
const aimedAt = (route: OwnedRoute) => visitOf(route, foreign.ids);

async function visitor(as: string | null) {
  return as === null ? app.createBrowserlessClient(own.village.slug) : own.as(as);
}

/** Report files are named by year and quarter, printed books by book and format, which both villages have. */
const isOfOneVillage = ({ address }: OwnedRoute) => !/(laporan|unduh)\/:berkas/.test(address);

describe("a record of another village", () => {
  it("is not there, for whoever may open his own village's", async () => {
    const wrong: string[] = [];
    for (const route of recordRoutes.filter(isOfOneVillage)) {
      const { path, as, answers } = aimedAt(route);
      const answer = await (await visitor(as)).get(path);
      if (answer.status !== (answers === "elsewhere" ? 303 : 404))
        wrong.push(`${as} GET ${route.address}: ${answer.status}`);
      if (tells(answer)) wrong.push(`${as} GET ${route.address} tells of the neighbour`);
    }
    expect(recordRoutes.length).toBeGreaterThan(25);
    expect(wrong).toEqual([]);
  }, 120_000);

  it("opens at home by the same visitors, so that the walk above proves something", async () => {
    const wrong: string[] = [];
    for (const route of recordRoutes) {
      const { path, as, answers } = visitOf(route, own.ids);
      if (answers !== "page") continue;
      const answer = await (await visitor(as)).get(path);
      if (answer.status !== 200) wrong.push(`${as} GET ${route.address}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it("is changed by no form, and neither is one's own village", async () => {
    const before = await Promise.all([own, foreign].map(({ village }) => countWrites(village.ctx.db)));
    const wrong: string[] = [];
    for (const route of recordRoutes.filter(isOfOneVillage)) {
      const { path, as: opener } = aimedAt(route);
      const as = opener ?? (route.permission === "public" ? null : "kepala-desa");
      const answer = await (await visitor(as)).post(path, EMPTY_FORM);
      if (![404, 405, 409, 422].includes(answer.status))
        wrong.push(`${as} POST ${route.address}: ${answer.status} ${answer.headers.location ?? ""}`);
      if (tells(answer)) wrong.push(`${as} POST ${route.address} tells of the neighbour`);
    }
    expect(wrong).toEqual([]);
    expect(await Promise.all([own, foreign].map(({ village }) => countWrites(village.ctx.db)))).toEqual(
      before,
    );
  }, 120_000);
});

function tells(answer: ClientAnswer): boolean {
  return answer.text.includes(foreign.village.slug) || answer.text.includes(foreign.village.tenant.villageId);
}
