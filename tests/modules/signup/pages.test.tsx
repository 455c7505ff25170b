import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub, RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { officeFrame, type PortalCtx, requestCtx } from "#app/context.ts";
import { findVillages, stepDown } from "#app/modules/signup/find-villages.server.ts";
import Register, * as register from "#app/modules/signup/pages/register.tsx";
import Start, * as start from "#app/modules/signup/pages/start.tsx";
import { startSignup } from "#app/modules/signup/start-signup.server.ts";
import { ProvisionError } from "#db/homes/home.ts";
import { createTestPortal, signupOf, type TestPortal } from "#tests/support/test-portal.ts";

vi.setConfig({ testTimeout: 60_000 });

const FORM = { ...signupOf(), telepon: "081234567890" };

describe("the portal's pages", () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await createTestPortal();
    await startSignup(portal.ctx(), signupOf());
  });
  afterAll(() => portal.stop());

  const argsOf = (address: string, init: RequestInit = {}, ctx: PortalCtx = portal.ctx()) => {
    const url = new URL(address, "http://localhost:8787");
    const context = new RouterContextProvider();
    context.set(requestCtx, ctx);
    context.set(officeFrame, null);
    return { request: new Request(url, init), url, context, params: {}, pattern: url.pathname };
  };
  const post = (fields: Record<string, string>, ctx?: PortalCtx) =>
    register.action(argsOf("/daftar", { method: "POST", body: new URLSearchParams(fields) }, ctx));
  const answerOf = async (fields: Record<string, string>, ctx?: PortalCtx) => {
    const answer = await post(fields, ctx);
    if (answer instanceof Response) throw new Error(`unexpected ${answer.status}`);
    return { status: answer.init?.status, headers: new Headers(answer.init?.headers), data: answer.data };
  };
  const show = (
    page: { Component: typeof Register; path: string },
    address: string,
    loaded: unknown,
    reply?: unknown,
  ) => {
    const Stub = createRoutesStub([{ id: "page", path: page.path, Component: page.Component }]);
    const hydrationData = {
      loaderData: { page: loaded },
      actionData: reply === undefined ? undefined : { page: reply },
    };
    return renderToStaticMarkup(<Stub initialEntries={[address]} hydrationData={hydrationData} />);
  };
  const REGISTER = { Component: Register, path: "/daftar" };
  const open = async (address: string) => show(REGISTER, address, await register.loader(argsOf(address)));

  it("show what Balai is, and a search that leads to the village or to its sign-up", async () => {
    const empty = await start.loader(argsOf("/portal"));
    expect(show({ Component: Start, path: "/portal" }, "/portal", empty)).toContain("Daftarkan desa");
    const loaded = await start.loader(argsOf("/portal?cari=batu+layar"));
    const html = show({ Component: Start, path: "/portal" }, "/portal", loaded);
    expect(html).toContain('href="/daftar?kode=52.01.14.2001"');
    expect(html).toContain('href="/daftar?kode=52.01.14.2009"');
    const found = await start.loader(argsOf("/portal?cari=senggigi"));
    expect(show({ Component: Start, path: "/portal" }, "/portal", found)).toContain(
      'href="http://senggigi.localhost:8787/"',
    );
  });

  it("lead from province to village without a script, kelurahan told apart", async () => {
    expect(await open("/daftar")).toContain('href="/daftar?di=52"');
    expect(await open("/daftar?di=52")).toContain('href="/daftar?di=52.01"');
    expect(await open("/daftar?di=52.01")).toContain('href="/daftar?di=52.01.14"');
    const villages = await open("/daftar?di=52.01.14");
    expect(villages).toContain('href="/daftar?kode=52.01.14.2002"');
    expect(villages).toContain("http://senggigi.localhost:8787/");
    const city = await open("/daftar?di=52.71.01");
    expect(city).toContain("Taman Sari");
    expect(city).not.toContain("kode=52.71.01.1001");
    expect(await open("/daftar?di=99.99")).toContain('href="/daftar?di=52"');
  });

  it("show the form with a free address name, and why there is none for other codes", async () => {
    const form = await open("/daftar?kode=5201142002");
    expect(form).toContain('value="meninting"');
    expect(form).toContain('name="kode_desa" value="52.01.14.2002"');
    expect(await open("/daftar?kode=52.71.01.1001")).toContain("Kode ini milik kelurahan");
    expect(await open("/daftar?kode=52.01.14.2999")).toContain("tidak ada dalam daftar resmi");
    expect(await open("/daftar?kode=<script>")).not.toContain("<script>");
    const taken = await open("/daftar?kode=52.01.14.2006");
    expect(taken).toContain("Desa ini sudah terdaftar");
    expect(taken).toContain('href="/sanggah?kode=52.01.14.2006"');
  });

  it("send a program's form, without a key, to the new village's sign-in page", async () => {
    const answer = await post({ ...FORM, kode_desa: "5201142002", subdomain: "meninting" });
    expect(answer).toBeInstanceOf(Response);
    const response = answer as unknown as Response;
    expect([response.status, response.headers.get("location")]).toEqual([
      303,
      "http://meninting.localhost:8787/masuk",
    ]);
  });

  it("keep what was typed, but no password, beside each field's error", async () => {
    const { status, data } = await answerOf({ ...FORM, subdomain: "www", telepon: "x", nama: "<b>Ani</b>" });
    expect(status).toBe(422);
    const html = show(REGISTER, "/daftar", await register.loader(argsOf("/daftar")), data);
    expect(html).toContain("Nama alamat ini dipakai oleh Balai sendiri");
    expect(html).toContain("Nomor telepon tidak terbaca");
    expect(html).toContain('value="&lt;b&gt;Ani&lt;/b&gt;"');
    expect(html).toContain('value="52.01.14.2006"');
    expect(html).not.toContain(FORM.kata_sandi);
  });

  it("say how to contest where the village is taken, and keep the form", async () => {
    const { status, data } = await answerOf({ ...FORM, telepon: "081200000000", subdomain: "lain" });
    expect(status).toBe(422);
    const html = show(REGISTER, "/daftar", await register.loader(argsOf("/daftar")), data);
    expect(html).toContain("menyanggah");
    expect(html).toContain('value="lain"');
  });

  it("tell a crowd behind one address when to come back, without losing the form", async () => {
    const config = { ...portal.ctx().config, signupsPerHour: 0 };
    const ctx = portal.ctx({ config, address: "203.0.113.9" });
    const { status, headers, data } = await answerOf({ ...FORM, kode_desa: "52.01.14.2001" }, ctx);
    expect([status, headers.get("retry-after")]).toEqual([429, "3600"]);
    const html = show(REGISTER, "/daftar", await register.loader(argsOf("/daftar")), data);
    expect(html).toContain("coba lagi 60 menit lagi");
    expect(html).toContain('value="Lalu Ahmad"');
  });

  it("say that a sign-up is kept while databases can't be made", async () => {
    const createDatabase = () => Promise.reject(new ProvisionError("down", 503));
    const ctx = portal.ctx({ homes: portal.homesWith({ createDatabase }) });
    const fields = { ...FORM, kode_desa: "91.03.01.3007", subdomain: "yobeh" };
    const { status, headers, data } = await answerOf(fields, ctx);
    expect([status, headers.get("retry-after")]).toEqual([503, "300"]);
    const html = show(REGISTER, "/daftar", await register.loader(argsOf("/daftar")), data);
    expect(html).toContain("Pendaftaran tercatat");
    expect(html).toContain("http://yobeh.localhost:8787/masuk");
  });

  it("cost one round trip for a search and for each step down", async () => {
    let trips = 0;
    const { openDirectory } = await import("#db/open.ts");
    const directory = openDirectory(portal.home, { onRoundTrip: () => void trips++ });
    const ctx = portal.ctx({ directory });
    await findVillages(ctx, "senggigi lombok barat");
    expect(trips).toBe(1);
    await stepDown(ctx, "52.01.14");
    expect(trips).toBe(2);
  });
});
