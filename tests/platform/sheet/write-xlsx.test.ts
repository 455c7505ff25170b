import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readSheet } from "#app/platform/sheet/read-sheet.ts";
import { sheetFile } from "#app/platform/sheet/sheet-file.ts";
import { csvHead, csvLines } from "#app/platform/sheet/write-csv.ts";
import { writeXlsx } from "#app/platform/sheet/write-xlsx.ts";
import { addressOf } from "#app/platform/sheet/xlsx-worksheet.ts";
import { TRIAL_MARK } from "#app/platform/trial.ts";

const VERIFIED = { isVerified: true };

const columns = [
  { header: "Uraian", width: 30 },
  { header: "Jumlah", format: "#,##0" },
  { header: "Tanggal" },
];

test("what is written is read back", async () => {
  const rows = [
    ['Rapat <b>&"RT"</b>', 1_250_000, new Date("2027-01-31T00:00:00Z")],
    [null, 0.5, null],
    ["baris\nbaru", -3, new Date("2027-12-01T00:00:00Z")],
  ];
  const sheet = await readSheet(writeXlsx([{ name: "Program 2027", columns, rows }], VERIFIED));
  expect(sheet.rows).toEqual([
    ["Uraian", "Jumlah", "Tanggal"],
    ['Rapat <b>&"RT"</b>', "1250000", "2027-01-31"],
    ["", "0,5", ""],
    ["baris\nbaru", "-3", "2027-12-01"],
  ]);
});

test.each(["=1+1", "+6281234", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","klik")', "\t=1+1"])(
  "stores %j as text, never as a formula",
  async (text) => {
    const file = writeXlsx([{ name: "A", columns: [{ header: text }], rows: [[text]] }], VERIFIED);
    const parts = unzipSync(file);
    const xml = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(xml).toContain("<sheetData>");
    expect(xml).not.toContain("<f");
    expect(strFromU8(parts["xl/styles.xml"] ?? new Uint8Array())).toMatch(/numFmtId="49"|formatCode="@"/);
    expect((await readSheet(file)).rows.flat()).toEqual([text.trim(), text.trim()]);
  },
);

test("several sheets, names that Excel refuses, letters that XML refuses", async () => {
  const file = writeXlsx(
    [
      {
        name: "TW I/II [2027]: rencana dan realisasi semua kegiatan",
        columns,
        rows: [["a\u0000b\ud800c", 1, null]],
      },
      { name: "  ", columns, rows: [] },
      { name: "lembar", columns: [], rows: [] },
    ],
    VERIFIED,
  );
  const workbook = strFromU8(unzipSync(file)["xl/workbook.xml"] ?? new Uint8Array());
  expect(workbook).toContain('name="TW I II  2027   rencana dan rea"');
  expect(workbook).toContain('name="Lembar"');
  expect(workbook).toContain('name="lembar (2)"');
  expect((await readSheet(file)).rows[1]).toEqual(["abc", "1", ""]);
});

test("numbers that Excel can't hold are left empty", async () => {
  const rows = [[Number.NaN], [Number.POSITIVE_INFINITY], [7]];
  const sheet = await readSheet(writeXlsx([{ name: "A", columns: [{ header: "n" }], rows }], VERIFIED));
  expect(sheet.rows).toEqual([["n"], [""], [""], ["7"]]);
});

test("text that looks like Excel's own escapes stays as typed", async () => {
  const sheet = await readSheet(
    writeXlsx([{ name: "A", columns: [{ header: "_x0041_" }], rows: [["a _x000D_ b"]] }], VERIFIED),
  );
  expect(sheet.rows).toEqual([["_x0041_"], ["a _x000D_ b"]]);
});

test("names columns beyond Z", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map((column) => addressOf(column, 7))).toEqual([
    "A7",
    "Z7",
    "AA7",
    "AZ7",
    "BA7",
    "ZZ7",
    "AAA7",
  ]);
});

test("the same rows give the same bytes", () => {
  const sheets = [{ name: "A", columns, rows: [["x", 1, new Date("2027-01-31T00:00:00Z")]] }];
  expect(Buffer.compare(writeXlsx(sheets, VERIFIED), writeXlsx(sheets, VERIFIED))).toBe(0);
});

test("a village that nobody has verified says so above its rows and on each printed page", async () => {
  const file = writeXlsx([{ name: "A", columns, rows: [["x", 1, null]] }], { isVerified: false });
  expect((await readSheet(file)).rows).toEqual([
    [TRIAL_MARK, "", ""],
    ["Uraian", "Jumlah", "Tanggal"],
    ["x", "1", ""],
  ]);
  const xml = strFromU8(unzipSync(file)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(xml).toContain(`<oddHeader>&amp;C&amp;B${TRIAL_MARK}</oddHeader>`);
});

test("rows that come part by part make the same sheet", async () => {
  const rows = Array.from({ length: 7 }, (_, at) => [`=${at}`, at, new Date(Date.UTC(2027, 0, at + 1))]);
  async function* parts() {
    for (let from = 0; from < rows.length; from += 3) yield rows.slice(from, from + 3);
  }
  for (const issuer of [VERIFIED, { isVerified: false }]) {
    const { bytes } = await sheetFile("xlsx", { name: "A", columns }, parts(), issuer);
    const whole = writeXlsx([{ name: "A", columns, rows }], issuer);
    const xmlOf = (file: Uint8Array) =>
      Object.fromEntries(Object.entries(unzipSync(file)).map(([path, part]) => [path, strFromU8(part)]));
    expect(xmlOf(bytes)).toEqual(xmlOf(whole));
  }
});

test("CSV keeps text as it is but for what a spreadsheet would run, and marks a trial's", () => {
  const row = ["@x", "-5", "a-b", "+62", " =1", 7, null, true, new Date("2026-11-24"), ' "x"'];
  const head = csvHead(
    row.map((_, at) => ({ header: `K${at}` })),
    { isVerified: false },
  );
  expect(head).toMatch(/^\uFEFFUJI COBA/);
  expect(csvLines([row])).toBe(`'@x,'-5,a-b,'+62,' =1,7,,ya,2026-11-24," ""x"""\r\n`);
});
