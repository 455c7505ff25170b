import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import { requestCtx, type SiteConfig } from "#app/context.ts";
import { guard } from "#app/guard.ts";
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
