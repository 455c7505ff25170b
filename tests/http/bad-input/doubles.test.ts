import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { type BrowserlessClient, hiddenFields } from "#tests/support/client.ts";
import { type OfficeStage, PHOTO, setOfficeStage, YEARS } from "#tests/support/office-stage.ts";
import { FORMS } from "./all-forms.ts";
import { faultsOfWords, formWith, lostValues } from "./answers.ts";
import type { FormCase } from "./form-case.ts";
import { expectNoFaults } from "./no-faults.ts";
import { countRows, countSignups, countWrites } from "./village-writes.ts";

const app = testApp();
expectNoFaults(app);
let stage: OfficeStage;

beforeAll(async () => {
  stage = await setOfficeStage(app);
  // Forms that type people in ask for the terms.
  const head = await stage.as("kepala-desa");
  const accepted = await head.submit("/kantor/data-pribadi/perjanjian", { setuju: "on" });
  expect(accepted.status).toBe(303);
}, 60_000);

const clientOf = async ({ as, site }: FormCase) =>
  as ? stage.as(as) : app.createBrowserlessClient(site ? undefined : stage.village.slug);

/** The form as its page gives it, filled in rightly, with a submit key of its own. */
async function filled(form: FormCase, client: BrowserlessClient) {
  const page = await client.get(form.page(stage.ids));
  expect(page.status).toBe(200);
  const hidden = hiddenFields(formWith(page.text, Object.keys(form.kinds)));
  return { ...hidden, ...form.fields(stage.ids), _kunci: crypto.randomUUID() };
}

describe("the same form sent twice makes one", () => {
  const creating = FORMS.flatMap((form) => (form.creates ? [[form.name, form, form.creates] as const] : []));

  it.each(creating)("%s, one after the other and both at once", async (_, form, table) => {
    const client = await clientOf(form);
    const { db } = stage.village.ctx;
    const path = form.page(stage.ids);
    const before = await countRows(db, table);
    const first = await filled(form, client);
    const answers = [await client.post(path, first), await client.post(path, first)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[1]?.headers.location).toBe(answers[0]?.headers.location);
    expect(await countRows(db, table)).toBe(before + 1);
    const second = { ...(await filled(form, client)), ...form.another };
    const both = await Promise.all([client.post(path, second), client.post(path, second)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(both[1]?.headers.location).toBe(both[0]?.headers.location);
    expect(await countRows(db, table)).toBe(before + 2);
  });

  it("a report with a photo, and its photo", async () => {
    const kasi = await stage.as("kasi-pemerintahan");
    const { db } = stage.village.ctx;
    const path = `/kantor/program-kerja/kegiatan/${stage.ids.activity}/pembaruan/baru`;
    const before = await countRows(db, "update_evidence");
    const berkas = new File([PHOTO], "loket.jpg", { type: "image/jpeg" });
    const key = { _kunci: crypto.randomUUID() };
    const fields = { triwulan: "4", "capaian[0].nilai": "3", maksud: "kirim", ...key, berkas };
    const hidden = hiddenFields((await kasi.get(path)).text);
    const answers = await Promise.all([1, 2, 3].map(() => kasi.post(path, { ...hidden, ...fields })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await countRows(db, "update_evidence")).toBe(before + 1);
  });

  it("a sheet to import", async () => {
    const money = await stage.as("kaur-keuangan");
    const before = await countRows(stage.village.ctx.db, "budget_imports");
    const fields = { _kunci: crypto.randomUUID(), berkas: new File(["Kode;Anggaran\n01.03.01;5"], "a.csv") };
    const path = `/kantor/program-kerja/${YEARS.running}/impor`;
    const answers = await Promise.all([money.post(path, fields), money.post(path, fields)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await countRows(stage.village.ctx.db, "budget_imports")).toBe(before + 1);
  });

  it("a year", async () => {
    const kasi = await stage.as("kasi-pemerintahan");
    const before = await countRows(stage.village.ctx.db, "programmes");
    const fields = { _kunci: crypto.randomUUID(), tahun: "2025" };
    const both = await Promise.all([1, 2].map(() => kasi.post("/kantor/program-kerja", fields)));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    // Another key, as from a colleague's page: the year is taken.
    const again = await kasi.post("/kantor/program-kerja", { ...fields, _kunci: crypto.randomUUID() });
    expect(again.status).toBe(422);
    expect(faultsOfWords(again)).toEqual([]);
    expect(await countRows(stage.village.ctx.db, "programmes")).toBe(before + 1);
  });

  it("a sign-up, which makes one village", async () => {
    const portal = app.createBrowserlessClient();
    const before = JSON.parse(await countSignups(app))[0];
    const fields = {
      kode_desa: "52.01.14.2002",
      subdomain: `uji-${crypto.randomUUID().slice(0, 8)}`,
      nama: "Lalu Ahmad",
      jabatan: "kasi-pemerintahan",
      telepon: "0812 3456 7890",
      kata_sandi: "pohon kelapa tinggi",
    };
    const both = await Promise.all([portal.post("/daftar", fields), portal.post("/daftar", fields)]);
    expect(both.every(({ status }) => status === 303 || status === 503)).toBe(true);
    expect((await portal.post("/daftar", fields)).status).toBe(303);
    const after = JSON.parse(await countSignups(app))[0];
    expect(after).toEqual({ ...before, villages: before.villages + 1, signups: before.signups + 1 });
  });
});

describe("a form made from an older state", () => {
  const versioned = FORMS.filter(({ isVersioned }) => isVersioned).map((form) => [form.name, form] as const);

  it.each(versioned)(
    "is refused with a sentence, keeps what was typed and changes nothing: %s",
    async (_, form) => {
      const client = await clientOf(form);
      const path = form.page(stage.ids);
      const opened = await filled(form, client);
      const taken = await client.post(path, opened);
      expect([taken.status, faultsOfWords(taken)]).toEqual([303, expect.anything()]);
      const before = await countWrites(stage.village.ctx.db);
      const stale = await client.post(path, { ...opened, _kunci: crypto.randomUUID() });
      expect(stale.status).toBe(409);
      expect(faultsOfWords(stale)).toEqual([]);
      const typed = Object.fromEntries(
        Object.entries(form.fields(stage.ids)).filter(([, value]) => !isId(value)),
      );
      expect(lostValues(stale, typed, new Set(form.filledByPage))).toEqual([]);
      expect(await countWrites(stage.village.ctx.db)).toBe(before);
    },
  );
});

const isId = (value: unknown) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String([value].flat()[0]));

describe("a form from another site", () => {
  const routes = new Map(FORMS.map((form) => [form.page, form] as const));

  it("is refused on every address, and changes nothing", async () => {
    const before = await countWrites(stage.village.ctx.db);
    for (const [page, form] of routes) {
      const client = await clientOf(form);
      const fields = { ...form.fields(stage.ids), versi: "1" };
      for (const headers of [
        { origin: "http://jahat.example" },
        { origin: "null" },
        { origin: undefined, "sec-fetch-site": "cross-site" },
      ]) {
        const answer = await client.post((form.action ?? page)(stage.ids), fields, headers);
        expect([form.name, headers, answer.status]).toEqual([form.name, headers, 403]);
        expect(answer.text).toContain("Kiriman ditolak");
      }
    }
    expect(await countWrites(stage.village.ctx.db)).toBe(before);
  });
});
