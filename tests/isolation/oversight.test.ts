import { beforeAll, describe, expect, it } from "vitest";
import { OVERSEER_COOKIE } from "#app/modules/overseers/overseer-cookie.ts";
import { type OverseerRole, oversightPermissionsOf } from "#app/modules/overseers/permissions.ts";
import { type OwnedRoute, siteOf } from "#app/platform/http/route-spec.ts";
import { routeTable } from "#app/route-table.ts";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";
import type { ClientAnswer } from "#tests/support/client.ts";
import { giveTotp, seedTestOverseer, startOverseerSession } from "#tests/support/overseers.ts";

const app = testApp();
const closed = routeTable.filter((route) => siteOf(route) === "portal" && route.permission !== "public");
const villageRoutes = routeTable.filter(
  (route) => siteOf(route) === "village" && route.permission !== "public",
);

type Outcome = "pass" | "to-sign-in" | "to-second-factor" | "to-home" | "forbidden";

/** Somebody who tries every address above the villages. */
interface Visitor {
  name: string;
  /** A Cookie header that no earlier request has touched. */
  cookie(): Promise<string | undefined>;
  expects(route: OwnedRoute, method: string): Outcome;
}

/** A record that there is nowhere: somebody who may come gets "not there", somebody who may not learns nothing. */
const addressOf = (route: OwnedRoute) => route.address.replace(/:\w+/g, () => crypto.randomUUID());
const baseOf = (role: OverseerRole) => (role === "operator" ? "/operator" : "/kabupaten");

async function send(host: string, method: string, path: string, cookie?: string): Promise<ClientAnswer> {
  const headers = cookie ? { cookie } : {};
  if (method === "GET") return app.request(host, path, { headers });
  const form = { "content-type": "application/x-www-form-urlencoded", origin: `http://${host}` };
  return app.request(host, path, { method, headers: { ...headers, ...form }, body: "" });
}

const GUARD_SAYS = "Akun Anda tidak berwenang membuka halaman ini.";

// A verb may ask for more than the page that holds its form.
function outcomeOf(answer: ClientAnswer, method: string): Outcome | `status ${number}` {
  const to = answer.headers.location ?? "";
  if (answer.status === 303 && /^\/(operator|kabupaten)\/masuk\?next=/.test(to)) return "to-sign-in";
  if (answer.status === 303 && /^\/(operator|kabupaten)\/masuk\/kode\?next=/.test(to))
    return "to-second-factor";
  if (answer.status === 303 && /^\/(operator|kabupaten)$/.test(to)) return "to-home";
  if (answer.status === 403)
    return method === "POST" && !answer.text.includes(GUARD_SAYS) ? "pass" : "forbidden";
  return [200, 303, 404, 405, 409, 422].includes(answer.status) ? "pass" : `status ${answer.status}`;
}

const nobody = (): Outcome => "to-sign-in";

function owing(route: OwnedRoute): Outcome {
  return route.permission === "second-factor" ? "pass" : "to-second-factor";
}

function inside(role: OverseerRole) {
  const held = oversightPermissionsOf(role);
  return (route: OwnedRoute, method: string): Outcome => {
    if (route.page === "sign-out" && method === "GET") return "to-home";
    if (route.permission === "second-factor") return "to-home";
    return route.permission === "signed-in" || held.has(route.permission) ? "pass" : "forbidden";
  };
}

describe("every address above the villages, as everybody", () => {
  let village: AppVillage;
  let visitors: Visitor[];
  beforeAll(async () => {
    village = await seedTestVillage(app);
    visitors = await gather();
  }, 60_000);

  async function gather(): Promise<Visitor[]> {
    const cookieOf = (name: string, token: string | undefined) => `${name}=${token}`;
    const person = async (role: OverseerRole, facts = {}) => {
      const id = await seedTestOverseer(app, role, facts);
      await giveTotp(app, id);
      return id;
    };
    const session =
      (id: string, owes = false) =>
      async () =>
        cookieOf(OVERSEER_COOKIE, await startOverseerSession(app, id, owes));
    const roles: OverseerRole[] = ["operator", "kabupaten-admin", "kabupaten-member"];
    const insiders = await Promise.all(
      roles.map(async (role) => ({ name: role, cookie: session(await person(role)), expects: inside(role) })),
    );
    const head = await village.signInAs("kepala-desa");
    const token = head.cookies.get("sesi") ?? "";
    return [
      ...insiders,
      { name: "siapa pun", cookie: async () => undefined, expects: nobody },
      {
        name: "penebak",
        cookie: async () => cookieOf(OVERSEER_COOKIE, `${crypto.randomUUID()}.${"2".repeat(32)}`),
        expects: nobody,
      },
      { name: "kepala desa", cookie: async () => cookieOf("sesi", token), expects: nobody },
      {
        name: "sesi kepala desa di kuki pengawas",
        cookie: async () => cookieOf(OVERSEER_COOKIE, token),
        expects: nobody,
      },
      {
        name: "diberhentikan",
        cookie: session(await person("operator", { state: "dismissed" })),
        expects: nobody,
      },
      { name: "operator sebelum kode", cookie: session(await person("operator"), true), expects: owing },
      {
        name: "admin sebelum kode",
        cookie: session(await person("kabupaten-admin"), true),
        expects: owing,
      },
      {
        name: "operator tanpa pengaman",
        cookie: session(await seedTestOverseer(app, "operator"), true),
        expects: owing,
      },
    ];
  }

  it("lets through whom the matrix names, and nobody else", async () => {
    const wrong: string[] = [];
    for (const { name, cookie, expects } of visitors)
      for (const method of ["GET", "POST"])
        for (const route of closed) {
          const answer = await send(app.baseHost, method, addressOf(route), await cookie());
          const got = outcomeOf(answer, method);
          if (got !== expects(route, method)) wrong.push(`${name}: ${method} ${route.address}: ${got}`);
        }
    expect(wrong).toEqual([]);
  }, 300_000);

  it("keeps people of one office out of the other, and owing sessions at their own", async () => {
    const id = await seedTestOverseer(app, "kabupaten-admin");
    const cookie = `${OVERSEER_COOKIE}=${await startOverseerSession(app, id, true)}`;
    const answer = await send(app.baseHost, "GET", "/operator", cookie);
    expect(answer.headers.location).toBe(`${baseOf("kabupaten-admin")}/masuk/kode?next=%2Foperator`);
  });

  it("does not show people of another kabupaten", async () => {
    const admin = await seedTestOverseer(app, "kabupaten-admin");
    const cookie = `${OVERSEER_COOKIE}=${await startOverseerSession(app, admin)}`;
    const others = [
      await seedTestOverseer(app, "kabupaten-member", { regencyCode: "52.02" }),
      await seedTestOverseer(app, "operator"),
    ];
    for (const id of others)
      for (const method of ["GET", "POST"])
        expect((await send(app.baseHost, method, `/kabupaten/orang/${id}`, cookie)).status).toBe(404);
  });

  it("opens no village to people above the villages, by neither cookie", async () => {
    const id = await seedTestOverseer(app, "operator");
    const token = await startOverseerSession(app, id);
    for (const [turn, name] of [OVERSEER_COOKIE, "sesi"].entries())
      for (const route of villageRoutes.filter((_, at) => at % 2 === turn)) {
        const answer = await send(village.host, "GET", addressOf(route), `${name}=${token}`);
        expect([name, route.address, answer.headers.location]).toEqual([
          name,
          route.address,
          expect.stringMatching(
            route.permission === "resident" ? /^\/warga\/masuk\?next=/ : /^\/masuk\?next=/,
          ),
        ]);
      }
  }, 60_000);
});
