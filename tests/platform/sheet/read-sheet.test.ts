import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readSheet } from "#app/platform/sheet/read-sheet.ts";
import { SheetError } from "#app/platform/sheet/sheet-error.ts";
import { writeXlsx } from "#app/platform/sheet/write-xlsx.ts";

const VERIFIED = { isVerified: true };

const problemOf = async (bytes: Uint8Array, limits = {}): Promise<string> => {
  try {
    await readSheet(bytes, limits);
  } catch (error) {
    if (error instanceof SheetError)
      return [error.code, error.row, error.column].filter((part) => part).join(" ");
    throw error;
  }
  return "no error";
};
const utf16 = (text: string, isLittle: boolean) => {
  const units = Array.from(`\ufeff${text}`, (char) => char.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
};

/** A workbook as Excel lays it out, with this XML as its only sheet. */
function workbook(sheetData: string, more: Record<string, string> = {}): Uint8Array {
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const files: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet xmlns="${main}">${sheetData}</worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

describe("a workbook that would cost its reader minutes", () => {
  test.each([
    ["a tag of 1 MB in the sheet", () => workbook(`<sheetData a="${"x".repeat(2 ** 20)}"></sheetData>`)],
    ["a tag of 1 MB of blanks", () => workbook(`<sheetData ${" ".repeat(2 ** 20)}></sheetData>`)],
    [
      "a tag of 1 MB beside the sheet",
      () =>
        workbook("<sheetData></sheetData>", { "xl/sharedStrings.xml": `<sst a="${"x".repeat(2 ** 20)}"/>` }),
    ],
    [
      "a declaration beside the sheet",
      () => workbook("<sheetData></sheetData>", { "xl/styles.xml": `<!DOCTYPE a><a/>` }),
    ],
    ["more than 32 MB", () => workbook(`<sheetData>${" ".repeat(33 * 2 ** 20)}</sheetData>`)],
  ])("is refused before the reader sees it: %s", async (_what, build) => {
    expect(await problemOf(build())).toMatch(/corrupt|unsupported/);
  });
});

describe("CSV", () => {
  test("reads quotes, line breaks in cells and doubled quotes", async () => {
    const csv = 'Nama;Catatan\r\n"Siti; binti Ahmad";"kata ""baik"",\nbaris dua"\r\n\r\nBudi;\r\n;;\r\n';
    const sheet = await readSheet(strToU8(csv));
    expect(sheet).toEqual({
      format: "csv",
      delimiter: ";",
      encoding: "utf-8",
      rows: [
        ["Nama", "Catatan"],
        ["Siti; binti Ahmad", 'kata "baik",\nbaris dua'],
        ["", ""],
        ["Budi", ""],
      ],
    });
  });

  test.each([
    ["a,b,c\n1,2,3", ","],
    ["a;b;c\n1,5;2,5;3,5", ";"],
    ["a\tb\n1,5\t2;x", "\t"],
    ['nama,alamat\n"x; y; z",Mangsit\n"p; q; r",Senggigi', ","],
    ["DAFTAR PERANGKAT\n\nKode;Nama;SK\n1;Ahmad, S.Pd.;2\n2;Sri;3\n3;Budi;4", ";"],
    ["sep=,\na;b,c\n1;2,3", ","],
    ["satu kolom\nsaja", ";"],
  ])("guesses the delimiter of %j", async (text, delimiter) => {
    expect(await readSheet(strToU8(text))).toMatchObject({ delimiter });
  });

  test("reads UTF-8 with a mark, UTF-16 both ways and Windows-1252", async () => {
    const rows = [
      ["Nama", "Asal"],
      ["Ḥasan", "Bēji"],
    ];
    const text = "Nama;Asal\nḤasan;Bēji";
    expect(await readSheet(strToU8(`\ufeff${text}`))).toMatchObject({ rows, encoding: "utf-8" });
    expect(await readSheet(utf16(text, true))).toMatchObject({ rows, encoding: "utf-16le" });
    expect(await readSheet(utf16(text, false))).toMatchObject({ rows, encoding: "utf-16be" });
    const windows = Uint8Array.from([...strToU8("Nama;Harga\nAndr"), 0xe9, ...strToU8(";"), 0x80, 0x35]);
    expect(await readSheet(windows)).toMatchObject({
      encoding: "windows-1252",
      rows: [
        ["Nama", "Harga"],
        ["André", "€5"],
      ],
    });
  });

  test("whatever is written by RFC 4180 is read back", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "B", "é", '"', ";", ",", "\n", "\r", "1", "-") });
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const quoted = rows.map((row) => row.map((text) => `"x${text.replaceAll('"', '""')}x"`).join("\t"));
        const sheet = await readSheet(strToU8(`sep=\t\n${quoted.join("\r\n")}`));
        expect(sheet.rows).toEqual(rows.map((row) => row.map((text) => `x${text}x`)));
      }),
    );
  });

  test("names the place beyond the limits", async () => {
    const limits = { maxRows: 3, maxColumns: 2, maxCellChars: 5 };
    expect(await problemOf(strToU8("a;b\n1;2\n3;4"), limits)).toBe("no error");
    expect(await problemOf(strToU8("a;b\n1;2\n3;4\n5;6"), limits)).toBe("too-many-rows 4");
    expect(await problemOf(strToU8("a;b\n1;2;3"), limits)).toBe("too-many-columns 2");
    expect(await problemOf(strToU8("a;b\n1;enam66"), limits)).toBe("cell-too-long 2 2");
    expect(await problemOf(new Uint8Array(11), { maxBytes: 10 })).toBe("file-too-large");
  });

  test("says that a file is empty, old or no table", async () => {
    expect(await problemOf(new Uint8Array())).toBe("empty");
    expect(await problemOf(strToU8(" ;\r\n;"))).toBe("empty");
    expect(await problemOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0))).toBe("old-excel");
    expect(await problemOf(Uint8Array.of(0x4d, 0x5a, 0, 0, 0x90))).toBe("unsupported");
  });
});

describe("XLSX", () => {
  test("keeps digits exact, dates plain and decimals with a comma", async () => {
    const styles = `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
    const cells =
      `<c r="A1"><v>9101141505900001</v></c><c r="B1"><v>5.201141505900001E15</v></c><c r="C1"><v>0.1</v></c>` +
      `<c r="D1" s="1"><v>46388</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="inlineStr"><is><t> Siti </t></is></c>` +
      `<c r="G1"><f>1+1</f><v>2</v></c><c r="H1"><v>0.30000000000000004</v></c>`;
    const rels =
      `<Relationships><Relationship Id="rId1" Type="${type.replace("styles", "worksheet")}" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${type}" Target="styles.xml"/></Relationships>`;
    const file = workbook(`<sheetData><row r="1">${cells}</row></sheetData>`, {
      "xl/styles.xml": styles,
      "xl/_rels/workbook.xml.rels": rels,
    });
    expect((await readSheet(file)).rows).toEqual([
      ["9101141505900001", "5201141505900001", "0,1", "2027-01-01", "TRUE", "Siti", "2", "0,3"],
    ]);
  });

  test("reads parts above 512 KB", async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => [
      `${"Nama warga ".repeat(20)}${index}`,
      `Dusun ${index % 7}`,
      index,
    ]);
    const columns = ["Nama", "Dusun", "No"].map((header) => ({ header }));
    const file = writeXlsx([{ name: "Warga", columns, rows }], VERIFIED);
    const sheet = await readSheet(file);
    expect(sheet.rows).toHaveLength(3_001);
    expect(sheet.rows[3_000]).toEqual([`${"Nama warga ".repeat(20)}2999`, "Dusun 3", "2999"]);
  });

  test("refuses addresses that would fill the memory with gaps, however they are written", async () => {
    const far = (address: string, before = "") =>
      problemOf(workbook(`<sheetData>${before}<row><c r=${address}><v>1</v></c></row></sheetData>`));
    expect(await far('"A1048576"')).toBe("too-many-rows 20001");
    expect(await far('"XFD1"')).toBe("too-many-columns 1");
    expect(await far("'A1048576'")).toBe("too-many-rows 20001");
    expect(await far('"&#65;1048576"')).toBe("corrupt");
    expect(await far('"A1048576"', "<!-- ' -->")).toBe("unsupported");
    expect(await far('"A1"', `<row a="><c r='A1048576'>"/>`)).toBe("corrupt");
    expect(await problemOf(workbook(`<sheetData><row r = "1048576"/></sheetData>`))).toBe(
      "too-many-rows 20001",
    );
    expect(await problemOf(workbook(`<sheetData><row t="x"r="1048576"/></sheetData>`))).toBe(
      "too-many-rows 20001",
    );
  });

  test("says when a file is broken, hostile or no table", async () => {
    expect(await problemOf(workbook("<sheetData>"))).toMatch(/empty|corrupt/);
    expect(await problemOf(zipSync({ "foto.jpg": strToU8("x") }))).toBe("corrupt");
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`xl/media/${index}.png`, ""]));
    expect(await problemOf(workbook("", many))).toBe("unsupported");
  });

  test("throws nothing but SheetError for damaged files", async () => {
    const file = writeXlsx(
      [{ name: "A", columns: [{ header: "a" }, { header: "b" }], rows: [["x", 1]] }],
      VERIFIED,
    );
    const xml = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row></sheetData>`;
    const garble = (text: string, at: number, piece: string) =>
      text.slice(0, at) + piece + text.slice(at + 1);
    const piece = fc.constantFrom("<", ">", '"', "'", "&", "/", "r", "=", "9", "A", "</row>", "<c>", "]]>");
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.nat(255),
        fc.nat(xml.length),
        piece,
        async (at, value, spot, text) => {
          const damaged = file.slice();
          damaged[at] = value;
          await problemOf(damaged);
          await problemOf(workbook(garble(xml, spot, text)));
        },
      ),
      { numRuns: 100 },
    );
  });
});
