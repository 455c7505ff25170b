import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { TEST_PASSWORD, testApp } from "#tests/support/app.ts";
import { TEST_CLOCK_START } from "#tests/support/clock-start.ts";
import { accountIdOf, type OfficeStage, setOfficeStage, YEARS } from "#tests/support/office-stage.ts";
import { faultsOfWords, lostValues } from "./answers.ts";
import type { Fields } from "./form-case.ts";
import { expectNoFaults } from "./no-faults.ts";
import { countWrites } from "./village-writes.ts";

const app = testApp();
expectNoFaults(app);
let stage: OfficeStage;

beforeAll(async () => {
  stage = await setOfficeStage(app);
}, 60_000);

const work = "/kantor/program-kerja";
const REPORT = { triwulan: "1", catatan: "Terlambat ditulis.", maksud: "kirim" };
const SPENDING = { jenis: "belanja", tanggal: "2026-11-10", jumlah: "250.000", keterangan: "Kertas" };
const PLAN = { versi: "1", nama: "Ronda", tujuan: "Aman.", tupoksi: "Ketertiban", bulan: "1", anggaran: "5" };

interface Attempt {
  as: string;
  path: string;
  fields: Fields;
}

/** What comes too late, too early, or to the wrong state: each as a form that was open before things moved on. */
const ATTEMPTS: [string, () => Attempt][] = [
  ...onActivity("of a closed year", () => stage.ids.closedActivity),
  ...onActivity("of a year that is still a draft", () => stage.ids.plannedActivity),
  [
    "the plan of an activity that is under review",
    () => ({
      as: "kasi-pemerintahan",
      path: `${work}/kegiatan/${stage.ids.submittedActivity}/rencana`,
      fields: PLAN,
    }),
  ],
  [
    "the plan of an activity of the running year",
    () => ({ as: "kasi-pemerintahan", path: `${work}/kegiatan/${stage.ids.activity}/rencana`, fields: PLAN }),
  ],
  [
    "a sheet for a closed year",
    () => ({
      as: "kaur-keuangan",
      path: `${work}/${YEARS.closed}/impor`,
      fields: { berkas: new File(["Kode;Anggaran\n01.03.01;5"], "a.csv") },
    }),
  ],
  [
    "a second approval of a report",
    () => ({
      as: "kepala-desa",
      path: `${work}/pembaruan/${stage.ids.updates.approved}`,
      fields: { maksud: "setujui", versi: "1" },
    }),
  ],
  [
    "a change of a report that has been approved",
    () => ({
      as: "kasi-pemerintahan",
      path: `${work}/pembaruan/${stage.ids.updates.approved}`,
      fields: { ...REPORT, versi: "1" },
    }),
  ],
  [
    "closing a year that is closed",
    () => ({ as: "kepala-desa", path: `${work}/${YEARS.closed}/penutupan`, fields: { versi: "1" } }),
  ],
  [
    "submitting a year that runs",
    () => ({ as: "kasi-pemerintahan", path: `${work}/${YEARS.running}/pengajuan`, fields: { versi: "1" } }),
  ],
];

function onActivity(which: string, idOf: () => string): [string, () => Attempt][] {
  const at = (as: string, page: string, fields: Fields) => () => ({
    as,
    path: `${work}/kegiatan/${idOf()}${page}`,
    fields,
  });
  return [
    [`a report on an activity ${which}`, at("kasi-pemerintahan", "/pembaruan/baru", REPORT)],
    [`spending on an activity ${which}`, at("kaur-keuangan", "/belanja", SPENDING)],
    [
      `an explanation of an activity ${which}`,
      at("kasi-pemerintahan", "/penyimpangan", { penyebab: "Hujan.", perbaikan: "Diulang." }),
    ],
  ];
}

describe("what comes at the wrong time is refused with a sentence, keeps what was typed and changes nothing", () => {
  it.each(ATTEMPTS)("%s", async (_what, build) => {
    const { as, path, fields } = build();
    const client = await stage.as(as);
    const before = await countWrites(stage.village.ctx.db);
    const answer = await client.post(path, { ...fields, _kunci: crypto.randomUUID() });
    expect(answer.status).toBe(409);
    expect(faultsOfWords(answer)).toEqual([]);
    expect(lostValues(answer, fields, new Set(["maksud", "versi"]))).toEqual([]);
    expect(await countWrites(stage.village.ctx.db)).toBe(before);
  });
});

describe("a form that the device kept for somebody", () => {
  const attempt = async (owner: string) => {
    const kasi = await stage.as("kasi-pemerintahan");
    const path = `${work}/kegiatan/${stage.ids.activity}`;
    return kasi.post(path, { isi: "Ditulis di dusun.", _pemilik: owner, _kunci: crypto.randomUUID() });
  };

  it("is not taken from somebody else who has signed in there since, and keeps what was typed", async () => {
    const before = await countWrites(stage.village.ctx.db);
    const answer = await attempt(stage.ids.person);
    expect(answer.status).toBe(409);
    expect(faultsOfWords(answer)).toEqual([]);
    expect(answer.text).toContain("Ditulis di dusun.");
    expect(await countWrites(stage.village.ctx.db)).toBe(before);
  });

  it("is taken from its writer, and a script that follows the answer leaves its sentence to the next page", async () => {
    expect((await attempt(accountIdOf(stage.village, "kasi-pemerintahan"))).status).toBe(303);
    const kasi = await stage.as("kasi-pemerintahan");
    await kasi.get("/kantor", { "sec-fetch-dest": "empty" });
    expect(kasi.cookies.has("kabar")).toBe(true);
    await kasi.get("/kantor", { "sec-fetch-dest": "document" });
    expect(kasi.cookies.has("kabar")).toBe(false);
  });
});

describe("a link that has run out", () => {
  it("is refused on its page and in its form, and opens nothing", async () => {
    onTestFinished(() => app.setClock(TEST_CLOCK_START));
    await app.setClock("2027-02-24T02:00:00.000Z");
    const guest = app.createBrowserlessClient(stage.village.slug);
    const password = "pohon kelapa tinggi";
    const before = await countWrites(stage.village.ctx.db);
    const forms: [string, Fields][] = [
      [
        `/undangan/${stage.ids.invitationToken}`,
        { nama: "Inaq Sahrum", nama_pengguna: "inaq", kata_sandi: password },
      ],
      [
        `/undangan/${stage.ids.invitationToken}/masuk`,
        { identitas: "kasi-pemerintahan", kata_sandi: TEST_PASSWORD },
      ],
      [`/masuk/kata-sandi-baru/${stage.ids.resetToken}`, { kata_sandi: password, ulangi: password }],
    ];
    for (const [path, fields] of forms) {
      for (const answer of [await guest.get(path), await guest.post(path, fields)]) {
        expect([path, answer.status]).toEqual([path, 409]);
        expect(faultsOfWords(answer)).toEqual([]);
        expect(answer.text).not.toContain(password);
      }
    }
    expect(await countWrites(stage.village.ctx.db)).toBe(before);
  });
});

describe("a report after the day for reports", () => {
  it("is taken, and not counted as on time", async () => {
    onTestFinished(() => app.setClock(TEST_CLOCK_START));
    const kasi = await stage.village.signInAs("kasi-pemerintahan");
    const path = `${work}/kegiatan/${stage.ids.activity}/pembaruan/baru`;
    const value = { "capaian[0].id": stage.ids.indicator, "capaian[0].nilai": "1" };
    const sent = await kasi.post(path, { ...REPORT, ...value, _kunci: crypto.randomUUID() });
    expect(sent.status).toBe(303);
    const page = await kasi.get(`${work}/indikator/${stage.ids.countedIndicator}/rincian`);
    expect(page.text).toContain("Belum ada catatan yang dihitung");
  });
});
