import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { type OfficeStage, PHOTO, YEARS } from "#tests/support/office-stage.ts";
import { sharedStage } from "#tests/support/shared-stages.ts";
import { faultsOfWords, lostValues, marksField } from "./answers.ts";
import type { Fields } from "./form-case.ts";
import { expectNoFaults } from "./no-faults.ts";
import { countWrites } from "./village-writes.ts";

const app = testApp();
expectNoFaults(app);
const MEGABYTE = 1024 * 1024;
let stage: OfficeStage;

beforeAll(async () => {
  stage = await sharedStage(app);
}, 60_000);

interface FileForm {
  as: string;
  path: string;
  fields: Fields;
}

/** Every form that takes a file, with what a person typed besides. */
const FILE_FORMS: [string, () => FileForm][] = [
  [
    "the village's identity",
    () => ({
      as: "kasi-pemerintahan",
      path: "/kantor/pengaturan/identitas",
      fields: { alamat: "Jalan Raya Nomor 12", tentang: "Desa di utara kota." },
    }),
  ],
  [
    "a progress report",
    () => ({
      as: "kasi-pemerintahan",
      path: `/kantor/program-kerja/kegiatan/${stage.ids.activity}/pembaruan/baru`,
      fields: { triwulan: "4", "capaian[0].nilai": "12,5", catatan: "Loket buka.", maksud: "kirim" },
    }),
  ],
  [
    "a report that was given back",
    () => ({
      as: "kasi-pemerintahan",
      path: `/kantor/program-kerja/pembaruan/${stage.ids.updates.returned}`,
      fields: { triwulan: "2", "capaian[0].nilai": "14", catatan: "Sudah dibetulkan.", maksud: "kirim" },
    }),
  ],
  [
    "a letter that was signed by pen",
    () => ({
      as: "kasi-pemerintahan",
      path: `/kantor/surat/${stage.ids.letters.toSign}`,
      fields: { maksud: "tandai" },
    }),
  ],
  [
    "the import of a sheet",
    () => ({ as: "kaur-keuangan", path: `/kantor/program-kerja/${YEARS.running}/impor`, fields: {} }),
  ],
  [
    "the kabupaten's list of officials",
    () => ({ as: "admin-kabupaten", path: "/kabupaten/daftar-perangkat", fields: {} }),
  ],
];

/** Small once packed, 80 MB unpacked. */
function zipBomb(): Uint8Array {
  const zeros = new Uint8Array(80 * MEGABYTE);
  const types = strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  );
  return zipSync({ "[Content_Types].xml": types, "xl/worksheets/sheet1.xml": zeros }, { level: 6 });
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const WRONG_FILES: [string, () => File][] = [
  ["20 MB", () => new File([new Uint8Array(20 * MEGABYTE)], "besar.jpg", { type: "image/jpeg" })],
  [
    "a page that calls itself a photo",
    () => new File(["<!doctype html><script>alert(1)</script>"], "foto.jpg"),
  ],
  ["an SVG", () => new File([SVG], "gambar.svg", { type: "image/svg+xml" })],
  ["an SVG that calls itself a PNG", () => new File([SVG], "gambar.png", { type: "image/png" })],
  [
    "the head of a photo and then noise",
    () => new File([PHOTO.subarray(0, 24), "\0".repeat(99)], "foto.jpg"),
  ],
  ["a program", () => new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])], "foto.exe")],
  ["a zip bomb", () => new File([zipBomb() as BlobPart], "lembar.xlsx")],
  [
    "a zip that is cut off",
    () => new File([zipSync({ a: strToU8("b") }).subarray(0, 30) as BlobPart], "l.xlsx"),
  ],
];

describe.each(FILE_FORMS)("a wrong file in %s", (_form, formOf) => {
  it.each(WRONG_FILES)("is refused at its field, the rest is kept: %s", async (_what, build) => {
    const { as, path, fields } = formOf();
    const client = await stage.as(as);
    const before = await countWrites(stage.village.ctx.db);
    const answer = await client.submit(path, { ...fields, berkas: build() });
    expect(answer.status).toBe(422);
    expect(faultsOfWords(answer)).toEqual([]);
    expect(marksField(answer, "berkas")).toBe(true);
    expect(lostValues(answer, fields, new Set(["maksud"]))).toEqual([]);
    expect(await countWrites(stage.village.ctx.db)).toBe(before);
  });
});

describe("a large file that nobody may send", () => {
  it.each([1, 2, 3, 4, 5])("is answered all the same while it is still being sent (%i)", async () => {
    const stranger = app.createBrowserlessClient(stage.village.slug);
    const berkas = new File([new Uint8Array(20 * MEGABYTE)], "besar.jpg");
    const path = "/kantor/pengaturan/identitas";
    expect((await stranger.post(path, { alamat: "x", berkas })).status).toBe(303);
    const foreign = await stranger.post(path, { alamat: "x", berkas }, { origin: "http://jahat.example" });
    expect(foreign.status).toBe(403);
  });
});

describe("a right file in a form with a wrong field", () => {
  it("is kept, so that it need not be sent again", async () => {
    const kasi = await stage.as("kasi-pemerintahan");
    const path = `/kantor/program-kerja/kegiatan/${stage.ids.activity}/pembaruan/baru`;
    const before = await countWrites(stage.village.ctx.db, { forgivesUpload: true });
    const typed = { triwulan: "4", "capaian[0].nilai": "banyak", catatan: "Loket buka.", maksud: "kirim" };
    const answer = await kasi.submit(path, {
      ...typed,
      berkas: new File([PHOTO], "<b>loket.jpg", { type: "image/jpeg" }),
    });
    expect(answer.status).toBe(422);
    expect(lostValues(answer, typed, new Set(["maksud"]))).toEqual([]);
    expect(answer.text).toMatch(/name="berkas_id" value="[0-9a-f-]{36}"/);
    expect(answer.text).not.toContain("<b>loket");
    expect(await countWrites(stage.village.ctx.db, { forgivesUpload: true })).toBe(before);
  });

  it("that another has sent can't be claimed by its id", async () => {
    const kasi = await stage.as("kasi-pemerintahan");
    const path = `/kantor/program-kerja/kegiatan/${stage.ids.activity}/pembaruan/baru`;
    for (const berkas_id of [crypto.randomUUID(), stage.ids.activity, "../../kunci"]) {
      const answer = await kasi.submit(path, {
        triwulan: "4",
        "capaian[0].nilai": "1",
        maksud: "kirim",
        berkas_id,
        berkas_nama: "foto.jpg",
      });
      expect([berkas_id, answer.status]).toEqual([berkas_id, 422]);
      expect(faultsOfWords(answer)).toEqual([]);
    }
  });
});
