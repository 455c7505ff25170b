import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { MATRIX } from "#app/modules/accounts/permissions.ts";
import { OVERSIGHT_MATRIX } from "#app/modules/overseers/permissions.ts";
import { type OwnedRoute, siteOf } from "#app/platform/http/route-spec.ts";
import { SESSION_COOKIE } from "#app/platform/http/session-cookie.ts";
import { routeTable } from "#app/route-table.ts";
import { testApp } from "#tests/support/app.ts";
import type { ClientAnswer } from "#tests/support/client.ts";
import { type Expected, type Stage, setStage, type Visitor } from "./visitors.ts";

const app = testApp();
const villageRoutes = routeTable.filter((route) => siteOf(route) === "village");
const formRoutes = villageRoutes.filter(({ owner, page }) =>
  /export const action\b/.test(readFileSync(`app/modules/${owner}/pages/${page}.tsx`, "utf8")),
);

/** A record that no village has: somebody who may come gets "not there", somebody who may not learns nothing. */
const addressOf = (route: OwnedRoute) => route.address.replace(/:\w+/g, () => crypto.randomUUID());

describe("the route tables", () => {
  it("name a permission of the matrix for every address", () => {
    const shared = ["public", "resident", "signed-in", "second-factor"];
    const known = { village: Object.keys(MATRIX), portal: Object.keys(OVERSIGHT_MATRIX) };
    const nameless = routeTable.filter(
      (route) => ![...shared, ...known[siteOf(route)]].includes(route.permission),
    );
    expect(nameless.map((route) => route.address)).toEqual([]);
  });

  it("list every page file, and no address twice", () => {
    const files = readdirSync("app/modules", { recursive: true, encoding: "utf8" })
      .map((file) => /^([\w-]+)\/pages\/([\w-]+)\.tsx$/.exec(file.replaceAll("\\", "/")))
      .flatMap((match) => (match ? [`${match[1]}/${match[2]}`] : []));
    const listed = new Set(routeTable.map((route) => `${route.owner}/${route.page}`));
    expect(files.filter((file) => !listed.has(file))).toEqual([]);
    expect(new Set(routeTable.map((route) => route.address)).size).toBe(routeTable.length);
  });

  it("let nobody in unasked: what is public under /kantor does not exist", () => {
    const open = routeTable.filter(
      (route) => route.address.startsWith("/kantor") && route.permission === "public",
    );
    expect(open).toEqual([]);
  });
});

describe("every address, as everybody", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(app);
  }, 120_000);

  function send(
    token: string | null,
    method: string,
    path: string,
    name = SESSION_COOKIE,
  ): Promise<ClientAnswer> {
    const { host } = stage.village;
    const cookie = token ? { cookie: `${name}=${token}` } : {};
    if (method === "GET") return app.request(host, path, { headers: cookie });
    const form = { "content-type": "application/x-www-form-urlencoded", origin: `http://${host}` };
    return app.request(host, path, { method, headers: { ...cookie, ...form }, body: "" });
  }

  /**
   * Who asks for an address: everybody for the first one of each permission; for the others whoever stands nowhere in the
   * village, the first who may come, and every sixth of the rest, turn by turn. The guard knows addresses by their permission.
   */
  function asksFor(visitor: Visitor, route: OwnedRoute, at: number): boolean {
    const { visitors } = stage;
    const isFirst = villageRoutes.find(({ permission }) => permission === route.permission) === route;
    if (isFirst || visitor.name === "siapa pun") return true;
    const welcome = visitors.find((each) => each.expects(route) === "pass");
    return visitor === welcome || (at + visitors.indexOf(visitor)) % 6 === 0;
  }

  // A form that passes may end the session that sends it, or all others of its account: what follows has a new one.
  async function wrongAnswers(visitor: Visitor): Promise<string[]> {
    const wrong: string[] = [];
    let token = await visitor.freshToken();
    for (const method of ["GET", "POST"])
      for (const [at, route] of (method === "GET" ? villageRoutes : formRoutes).entries()) {
        if (!asksFor(visitor, route, at)) continue;
        const found = outcomeOf(await send(token, method, addressOf(route), visitor.cookie), method);
        if (method === "POST" && found === "pass") token = await visitor.freshToken();
        // Forms of other pages may lead to Meja kerja too.
        const got = found === "to-desk" && route.permission !== "second-factor" ? "pass" : found;
        const expected = visitor.expects(route);
        if (got !== expected) wrong.push(`${method} ${route.address}: ${got} instead of ${expected}`);
      }
    return wrong;
  }

  it("lets through whom the matrix names, and nobody else", async () => {
    const answers = await Promise.all(
      stage.visitors.map(async (visitor) => ({ visitor: visitor.name, wrong: await wrongAnswers(visitor) })),
    );
    expect(answers.filter((each) => each.wrong.length > 0)).toEqual([]);
  }, 600_000);

  it("takes no form where a page has none", async () => {
    const token = await tokenOf("kepala-desa");
    const plain = villageRoutes.filter(
      (route) => !formRoutes.includes(route) && route.permission !== "resident",
    );
    expect(plain).not.toEqual([]);
    for (const route of plain) {
      const { status } = await send(token, "POST", addressOf(route));
      expect([route.address, [403, 404, 405].includes(status)]).toEqual([route.address, true]);
    }
  });

  it("has no data twins and no manifest, not even for the Kepala Desa", async () => {
    const token = await tokenOf("kepala-desa");
    const twins = villageRoutes.map((route) => `${addressOf(route)}.data`);
    for (const path of [...twins, "/_root.data", "/__manifest", "/__manifest?p=/kantor/jejak"])
      expect([path, (await send(token, "GET", path)).status]).toEqual([path, 404]);
  }, 120_000);

  it("is not shown to nobody however its address is written, also after somebody else has opened it", async () => {
    const token = await tokenOf("kepala-desa");
    for (const path of [
      "/kantor/jejak",
      "/KANTOR/jejak",
      "/kantor/jejak/",
      "//kantor/jejak",
      "/kantor/%6aejak",
    ]) {
      const opened = await send(token, "GET", path);
      expect([path, [200, 404].includes(opened.status)]).toEqual([path, true]);
      const answer = await send(null, "GET", path);
      expect([path, answer.status === 404 || outcomeOf(answer) === "to-sign-in"]).toEqual([path, true]);
    }
  });

  async function tokenOf(name: string): Promise<string | null> {
    const visitor = stage.visitors.find((each) => each.name === name);
    if (!visitor) throw new Error(`no ${name}`);
    return visitor.freshToken();
  }
});

describe("the two kinds of host", () => {
  it("keep their addresses apart", async () => {
    const village = (await setStage(app)).village;
    const portalRoutes = routeTable.filter((route) => siteOf(route) === "portal");
    for (const route of portalRoutes)
      expect([route.address, (await app.request(village.host, addressOf(route))).status]).toEqual([
        route.address,
        404,
      ]);
    for (const route of villageRoutes.filter((each) => each.address !== "/"))
      expect([route.address, (await app.request(app.baseHost, addressOf(route))).status]).toEqual([
        route.address,
        404,
      ]);
  }, 120_000);
});

const GUARD_SAYS = "tidak berwenang membuka halaman ini.";

// A verb may ask for more than the page that holds its form; a page that is shown to everybody named must open.
function outcomeOf(answer: ClientAnswer, method = "GET"): Expected | `status ${number}` {
  const to = answer.headers.location ?? "";
  if (answer.status === 303 && to.startsWith("/masuk?next=")) return "to-sign-in";
  if (answer.status === 303 && to.startsWith("/warga/masuk?next=")) return "to-resident-sign-in";
  if (answer.status === 303 && to.startsWith("/kantor/terkunci?next=")) return "to-unlock";
  if (answer.status === 303 && to.startsWith("/masuk/kode?next=")) return "to-second-factor";
  if (answer.status === 303 && to === "/kantor") return "to-desk";
  if (answer.status === 403)
    return method === "POST" && !answer.text.includes(GUARD_SAYS) ? "pass" : "forbidden";
  const passed = [200, 303, 404, 405, 409, 422];
  return passed.includes(answer.status) ? "pass" : `status ${answer.status}`;
}
