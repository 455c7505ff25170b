import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import { requestCtx, type SiteConfig } from "#app/context.ts";
import { guard } from "#app/guard.ts";
import type { ErrorPage } from "#app/platform/http/errors.ts";
import { worksWhileSuspended } from "#app/platform/http/route-spec.ts";
import { helpCodeOf } from "#app/platform/ids.ts";
import { createLog } from "#app/platform/log.ts";
import { routeTable } from "#app/route-table.ts";
import { createTestVillage, type TestVillage } from "./support/test-village.ts";

let village: TestVillage;
beforeAll(async () => {
  village = await createTestVillage();
});

/** What the guard answers to somebody who is not signed in. */
async function statusOf(pattern: string, environment: SiteConfig["environment"]): Promise<number> {
  const ctx = village.anonymous();
  const context = new RouterContextProvider();
  context.set(requestCtx, { ...ctx, config: { ...ctx.config, environment } });
  const url = new URL(pattern, `http://${village.tenant.slug}.localhost:8787`);
  const call = { request: new Request(url), params: {}, context, pattern, url };
  try {
    const answer = await guard(call, async () => new Response());
    return answer?.status ?? 200;
  } catch (refusal) {
    if (refusal instanceof Response) return refusal.status;
    return (refusal as { init: { status: number } }).init.status;
  }
}

describe("the page of styles", () => {
  it("is the one page for development alone", () => {
    const found = routeTable.filter((route) => route.developmentOnly).map((route) => route.address);
    expect(found).toEqual(["/kantor/gaya"]);
  });

  it("does not exist in production", async () => {
    expect(await statusOf("/kantor/gaya", "production")).toBe(404);
  });

  it("asks elsewhere who comes, as every page of the office", async () => {
    expect(await statusOf("/kantor/gaya", "local")).toBe(303);
    expect(await statusOf("/kantor", "production")).toBe(303);
  });
});

describe("a suspended village", () => {
  it("still lets its people keep their accounts: sign in, lock the screen, send a thief out, take up a link", () => {
    const open = routeTable.filter(worksWhileSuspended).map(({ address }) => address);
    expect(open.filter((address) => /^\/(masuk|kantor\/(kunci|akun|terkunci))/.test(address))).toEqual([
      "/masuk",
      "/masuk/kunci-sandi",
      "/masuk/kode",
      "/masuk/kata-sandi-baru/:token",
      "/masuk/pemulihan/:token",
      "/kantor/terkunci",
      "/kantor/kunci",
      "/kantor/akun/kata-sandi",
      "/kantor/akun/sesi",
    ]);
  });

  it("writes down a breach and a person's request, whose hours run on, and answers none that erases", () => {
    const open = routeTable.filter(worksWhileSuspended).map(({ address }) => address);
    expect(open.filter((address) => address.startsWith("/kantor/data-pribadi"))).toEqual([
      "/kantor/data-pribadi/permintaan/baru",
      "/kantor/data-pribadi/insiden/baru",
      "/kantor/data-pribadi/insiden/:id",
    ]);
  });
});

describe("a guard that can't ask the database", () => {
  it("answers as a page that fails: logged, with the help code and what was typed", async () => {
    const lines: string[] = [];
    const ctx = village.anonymous();
    const broken = new Proxy(ctx.db, {
      get: () => () => {
        throw new Error("the database does not answer");
      },
    });
    const context = new RouterContextProvider();
    const log = createLog({ requestId: ctx.requestId }, (line) => lines.push(line));
    context.set(requestCtx, { ...ctx, db: broken, log });
    const url = new URL(`http://${village.tenant.slug}.localhost:8787/kantor/akun`);
    const request = new Request(url, {
      method: "POST",
      headers: { cookie: `sesi=${ctx.requestId}.${"2".repeat(32)}` },
      body: new URLSearchParams({ nama: "Sahrum", kata_sandi: "kopi pagi" }),
    });
    const call = { request, params: {}, context, pattern: "/kantor/akun", url };
    const thrown = await Promise.resolve(guard(call, async () => new Response())).catch(
      (error: unknown) => error,
    );
    const { data, init } = thrown as { data: ErrorPage; init: { status: number } };
    expect(init.status).toBe(500);
    expect(data.helpCode).toBe(helpCodeOf(ctx.requestId));
    expect(data.typed).toEqual([{ label: "Nama", value: "Sahrum" }]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(helpCodeOf(ctx.requestId));
    expect(lines[0]).not.toMatch(/Sahrum|kopi pagi/);
  });
});
