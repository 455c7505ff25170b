import { RouterContextProvider } from "react-router";
import { beforeAll, expect, it } from "vitest";
import { requestCtx, type VillageCtx } from "#app/context.ts";
import { guard } from "#app/guard.ts";
import { type ErrorPage, respondTo } from "#app/platform/http/errors.ts";
import { write } from "#app/platform/write.ts";
import { freezeDatabase } from "#db/freeze.ts";
import { settings } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

let village: TestVillage;
beforeAll(async () => {
  village = await createTestVillage({ movingSince: "2026-11-24T01:58:30.000Z" });
  await freezeDatabase(village.home, village.tenant.database);
});

interface Refusal {
  data: ErrorPage;
  init: { status: number; headers?: Record<string, string> };
}

async function ask(
  ctx: VillageCtx,
  path: string,
  form?: Record<string, string>,
): Promise<Response | Refusal> {
  const context = new RouterContextProvider();
  context.set(requestCtx, ctx);
  const url = new URL(path, `http://${ctx.tenant.slug}.localhost:8787`);
  const request = new Request(url, form && { method: "POST", body: new URLSearchParams(form) });
  const call = { request, params: {}, context, pattern: path, url };
  const answer = guard(call, async () => new Response("halaman"));
  return Promise.resolve(answer).catch((refusal: unknown) => refusal) as Promise<Response | Refusal>;
}

it("a village on its way to another home is read", async () => {
  for (const path of ["/", "/masuk"]) {
    const answer = await ask(village.anonymous(), path);
    expect(answer, path).toBeInstanceOf(Response);
    expect((answer as Response).status, path).toBe(200);
  }
});

it("and not changed: a sentence says since when and when to come back, and keeps what was typed", async () => {
  const form = { identitas: "kasi", kata_sandi: "kopi lombok pagi" };
  const { data, init } = (await ask(village.anonymous(), "/masuk", form)) as Refusal;
  expect(init).toEqual({ status: 503, headers: { "retry-after": "180" } });
  expect(data.title).toBe("Data desa sedang dipindahkan");
  expect(data.sentence).toContain("sejak pukul 09.58 WITA");
  expect(data.sentence).toContain("kirim lagi sesudah pukul 10.03 WITA");
  expect(data.typed).toEqual([{ label: "Identitas", value: "kasi" }]);
  expect(data.again).toBeUndefined();
});

it("an isolate that has not heard of it yet is refused by the database, and says the same", async () => {
  const ctx = { ...village.anonymous(), tenant: { ...village.tenant, movingSince: null } };
  const late = write(ctx, async ({ tx, audit }) => {
    await tx.insert(settings).values({ key: "a", value: 1, updatedAt: "-" });
    await audit({ action: "settings.change", entity: "settings", entityId: "a" });
  });
  const error = await late.catch((thrown: unknown) => thrown);
  const form = new FormData();
  form.set("nama", "Inaq Sahnim");
  const url = new URL(`http://${ctx.tenant.slug}.localhost:8787/kantor/akun`);
  const { data, init } = respondTo(error, ctx, url, null, form) as Refusal;
  expect(init.status).toBe(503);
  expect(data.sentence).toContain("sedang dipindahkan");
  expect(data.sentence).not.toContain("sejak pukul");
  expect(data.typed).toEqual([{ label: "Nama", value: "Inaq Sahnim" }]);
  expect(data.again).toBeDefined();
  expect(await village.db.select().from(settings)).toEqual([]);
});
