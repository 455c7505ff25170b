import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { areaOf, codeOf, dayOf } from "#app/modules/resident-import/cell-rules.ts";
import { guessMapping, openSidMapping } from "#app/modules/resident-import/heading-rules.ts";
import { sidRows } from "#app/modules/resident-import/read-sid.ts";
import { openTable } from "#app/modules/resident-import/read-table.ts";
import { readRow } from "#app/modules/resident-import/row-rules.ts";
import { SheetError } from "#app/platform/sheet/sheet-error.ts";
import { writeXlsx } from "#app/platform/sheet/write-xlsx.ts";
import { OPENSID_HEADINGS, openSidPeople, openSidWorkbook } from "#tests/support/opensid-workbook.ts";

const FACTS = { today: "2026-11-24", asOf: "2026-11-24" };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const rowsOf = (bytes: Uint8Array) => {
  const table = openTable(bytes);
  return { ...table, rows: [...table.rows] };
};
const personOf = (cells: Record<string, string>) => {
  const headings = Object.keys(cells);
  return readRow(Object.values(cells), openSidMapping(headings), FACTS);
};

describe("a cell", () => {
  it("is a day however people write it", () => {
    const written = [
      "31-12-1990",
      "31/12/1990",
      "1990-12-31",
      "31 Desember 1990",
      "1990-12-31 00:00:00",
      "33238",
    ];
    expect(written.map(dayOf)).toEqual(written.map(() => "1990-12-31"));
    expect(["31-02-1990", "besok", "00-00-0000", "12-1990", ""].map(dayOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it("is a code by number, label or another spelling", () => {
    expect(["L", "lk", "1", "Laki-laki"].map((text) => codeOf("sex", text))).toEqual([1, 1, 1, 1]);
    expect(codeOf("education", "Akademi/Diploma III/Sarjana Muda")).toBe(7);
    expect(codeOf("bloodType", "Tdk Th")).toBe(13);
    expect(codeOf("status", "PINDAH DALAM/LUAR NEGERI")).toBe(3);
    expect(codeOf("occupation", "tukang sihir")).toBeNull();
  });

  it("names an area without the word before it", () => {
    expect(areaOf("hamlet", "DUSUN KEBON INDAH")).toBe("Kebon Indah");
    expect(areaOf("rt", "001")).toBe("01");
    expect([areaOf("rw", "-"), areaOf("rt", "RT -")]).toEqual([null, null]);
  });
});

describe("a row", () => {
  it("ignores what OpenSID's export writes into ktp_el and status_rekam, and takes its heading asuransi", () => {
    const { values, reasons } = personOf({
      nama: "Siti",
      sex: "P",
      ktp_el: "WNI",
      status_rekam: "WNA",
      asuransi: "2",
    });
    expect(values).toEqual({ name: "Siti", sex: 2, insurance: 2 });
    expect(reasons).toEqual([]);
  });

  it("is refused for a NIK that lost its last digits, and says how it is mended", () => {
    const { reasons } = personOf({ nama: "Siti", sex: "P", nik: "5,20109010180000E+15" });
    expect(reasons).toEqual([expect.objectContaining({ field: "nik", isWarning: false })]);
    expect(reasons[0]?.sentence).toContain("format kolomnya menjadi Teks");
  });

  it("is not refused for a NIK that is doubtful, and leaves out a temporary one", () => {
    const doubtful = personOf({ nama: "Siti", sex: "L", nik: "5201094302880001" });
    expect(doubtful.reasons.map(({ isWarning }) => isWarning)).toEqual([true]);
    const temporary = personOf({ nama: "Siti", sex: "P", nik: "0520109200300001" });
    expect([temporary.values.nik, temporary.reasons[0]?.isWarning]).toEqual([undefined, true]);
  });

  it("takes numbers of a wrong length with a warning, and a remark in the place of one not at all", () => {
    const short = personOf({ nama: "Siti", sex: "P", nik: "520109", no_kk: "5201", ibu_nik: "52" });
    expect(short.values).toMatchObject({ nik: "520109", kkNumber: "5201", motherNik: "52" });
    expect(short.reasons.map(({ field, isWarning }) => [field, isWarning]).sort()).toEqual([
      ["kkNumber", true],
      ["motherNik", true],
      ["nik", true],
    ]);
    const remark = personOf({ nama: "Siti", sex: "P", nik: "BELUM ADA", no_kk: "dalam proses" });
    expect(remark.values).toEqual({ name: "Siti", sex: 2 });
    expect(remark.reasons.map(({ isWarning }) => isWarning)).toEqual([true, true]);
  });

  it("says the reason without the value", () => {
    const { reasons } = personOf({ nama: "Siti", sex: "rahasia", nik: "52010999", agama_id: "rahasia" });
    expect(reasons.map(({ field }) => field)).toEqual(
      ["nik", "sex", "religion"].sort(
        (a, b) => reasons.findIndex((r) => r.field === a) - reasons.findIndex((r) => r.field === b),
      ),
    );
    expect(JSON.stringify(reasons)).not.toMatch(/rahasia|52010999/);
  });
});

describe("a file", () => {
  it("is OpenSID's workbook by its headings, whatever their order, and ends at its mark", () => {
    const headings = [...OPENSID_HEADINGS.slice(0, 2), ...OPENSID_HEADINGS.slice(2, 40).reverse()];
    const table = rowsOf(openSidWorkbook(openSidPeople(3), headings));
    expect([table.format, table.rows.length]).toEqual(["opensid-sheet", 3]);
    expect(readRow(table.rows[0]?.cells ?? [], openSidMapping(table.headings), FACTS)).toMatchObject({
      reasons: [],
      values: { hamlet: "Montong", familyRole: 1, birthDate: "1950-01-01", citizenship: 1 },
    });
  });

  it("gives a number of sixteen digits whole only where Excel kept it", () => {
    const sheet = (nik: number) =>
      rowsOf(
        writeXlsx([{ name: "a", columns: [{ header: "Nama" }, { header: "NIK" }], rows: [["Siti", nik]] }], {
          isVerified: true,
        }),
      );
    expect(sheet(5201094302880001).rows[0]?.cells[1]).toBe("5201094302880001");
    expect(sheet(5201094302880000).rows[0]?.cells[1]).toBe("5,20109430288000E+15");
    expect(sheet(Number("9201094302880003")).rows[0]?.cells[1]).toMatch(/E\+15$/);
  });

  it("is any list, with ; or , or tab, in UTF-8 or Windows-1252", () => {
    for (const cut of [";", ",", "\t"]) {
      const table = rowsOf(
        bytesOf(
          [
            ["Nama Lengkap", "L/P", "Tgl Lahir"],
            ["Siti", "P", "1-2-1990"],
          ]
            .map((row) => row.join(cut))
            .join("\n"),
        ),
      );
      expect(
        guessMapping(
          table.headings,
          table.rows.map(({ cells }) => cells),
        ),
      ).toEqual({ name: 0, sex: 1, birthDate: 2 });
    }
    const latin = new Uint8Array([...bytesOf("Nama;JK\nJos"), 0xe9, ...bytesOf(";L")]);
    expect(rowsOf(latin).rows[0]?.cells).toEqual(["José", "L"]);
  });

  it("has its columns guessed by their values where headings say nothing, and by what was chosen before", () => {
    const samples = Array.from({ length: 5 }, (_, at) => [`520109430288000${at}`, "P", "x"]);
    expect(guessMapping(["a", "b", "c"], samples)).toEqual({ nik: 0, sex: 1 });
    expect(guessMapping(["a", "b", "Panggilan Desa"], samples, { name: "panggilan desa" })).toMatchObject({
      name: 2,
    });
  });

  it("has its columns guessed by headings as villages write them, and by values where a heading may mean much", () => {
    const headings = [
      "NAMA LENGKAP (SESUAI KTP)",
      "L/P",
      "TTL",
      "Ibu Kandung",
      "Status",
      "Dusun/RT",
      "KK",
      "Ket",
    ];
    const people = [
      ["Siti", "P", "Sesela, 12-02-1988", "Inaq Rohani", "Kawin", "Montong/01", "Amaq Sahir", ""],
      [
        "Budi",
        "L",
        "Lombok Barat, 3 Mei 1990",
        "Inaq Sri",
        "Belum Kawin",
        "Dusun Perigi RT 02 RW 1",
        "Amaq Sahir",
        "",
      ],
      ["Wati", "P", "Mataram 1990-12-31", "Inaq Ti", "Cerai Mati", "RT 003/RW 004", "Amaq Minah", ""],
    ];
    const mapping = guessMapping(headings, people);
    expect(mapping).toEqual({
      name: 0,
      sex: 1,
      birth: 2,
      motherName: 3,
      maritalStatus: 4,
      livesAt: 5,
      note: 7,
    });
    const read = people.map((cells) => readRow(cells, mapping, FACTS));
    expect(read.flatMap(({ reasons }) => reasons.filter(({ isWarning }) => !isWarning))).toEqual([]);
    expect(
      read.map(({ values: { birthPlace, birthDate, hamlet, rt, rw } }) => [
        birthPlace,
        birthDate,
        hamlet,
        rt,
        rw,
      ]),
    ).toEqual([
      ["Sesela", "1988-02-12", "Montong", "01", undefined],
      ["Lombok Barat", "1990-05-03", "Perigi", "02", "01"],
      ["Mataram", "1990-12-31", undefined, "03", "04"],
    ]);
    expect(guessMapping(["KK"], [["5201091206150001"], ["5201091206150002"], ["-"]])).toEqual({
      kkNumber: 0,
    });
    const wrong = readRow(["Siti", "P", "Sesela, 31-02-1990"], mapping, FACTS);
    expect(wrong.reasons.map(({ field }) => field)).toEqual(["birthDate"]);
  });

  it("names what a coded column takes where a value is none of it", () => {
    const sentenceOf = (more: object) =>
      readRow(
        ["A", "L", "Entah", "Entah"],
        { name: 0, sex: 1, religion: 2, occupation: 3 },
        { ...FACTS, ...more },
      )
        .reasons.map(({ sentence }) => sentence)
        .join(" ");
    expect(sentenceOf({})).toContain("Tulis salah satu: Islam; Kristen; Katolik;");
    expect(sentenceOf({})).not.toContain("OpenSID");
    expect(sentenceOf({})).toContain("lembar Pilihan isian");
    expect(sentenceOf({ isOpenSid: true })).toContain("Kode Data OpenSID");
  });

  it("is a .sid: residents with their card and area, other tables passed over", () => {
    const sid = {
      info: { versi: "2410" },
      tabel: {
        artikel: { primary_key: "id", data: [{ id: 1, isi: { a: [[["}{"]]] } }] },
        tweb_penduduk: {
          data: [{ id: 1, nama: 'Siti "Ti"', sex: 2, id_kk: 7, id_cluster: 3, status_rekam: 3, status: 1 }],
        },
        tweb_keluarga: { data: [{ id: 7, no_kk: "5201091206150001", alamat: "Jl. A" }] },
        tweb_wil_clusterdesa: { data: [{ id: 3, dusun: "MONTONG", rw: "1", rt: "-" }] },
      },
    };
    const table = rowsOf(bytesOf(JSON.stringify(sid, null, 2)));
    expect(table.format).toBe("opensid-sid");
    expect(readRow(table.rows[0]?.cells ?? [], openSidMapping(table.headings), FACTS).values).toMatchObject({
      name: 'Siti "Ti"',
      kkNumber: "5201091206150001",
      address: "Jl. A",
      hamlet: "Montong",
      rw: "01",
      recording: 3,
      kind: "permanent",
    });
  });
  it("is a .sid in an archive, of any size within the limits of what is unpacked", () => {
    const filler = { data: Array.from({ length: 120 }, (_, id) => ({ id, isi: "panjang ".repeat(14_000) })) };
    const people = { data: [{ id: 1, nama: 'Inaq "é" Sahir', sex: 2, id_kk: 7 }] };
    const tabel = {
      artikel: filler,
      tweb_penduduk: people,
      tweb_keluarga: { data: [{ id: 7, no_kk: "52" }] },
    };
    const text = bytesOf(JSON.stringify({ info: {}, tabel }));
    expect(text.length).toBeGreaterThan(10 * 1024 * 1024);
    const table = rowsOf(zipSync({ "desa.sid": text }, { level: 1 }));
    expect([table.format, table.rows.length]).toEqual(["opensid-sid", 1]);
    const { values } = readRow(table.rows[0]?.cells ?? [], openSidMapping(table.headings), FACTS);
    expect(values).toMatchObject({ name: 'Inaq "é" Sahir', kkNumber: "52" });
    expect(() => rowsOf(zipSync({ "a.sid": text, "b.sid": bytesOf("{}") }, { level: 1 }))).toThrow(
      SheetError,
    );
  });

  it("is the same .sid in whatever pieces it comes", () => {
    const row = { id: 1, nama: 'a"}]\\\\"{', n: { x: [1, { y: "[" }] } };
    const tabel = { log: { data: [row] }, tweb_penduduk: { primary_key: "id", data: [row, row] } };
    const text = JSON.stringify({ info: { a: 1 }, tabel });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 60 }), (lengths) => {
        const pieces: string[] = [];
        for (let at = 0, order = 0; at < text.length; order++) {
          const length = lengths[order % lengths.length] ?? 1;
          pieces.push(text.slice(at, at + length));
          at += length;
        }
        const found = [...sidRows(pieces)];
        expect(found).toEqual([row, row].map((each) => ({ table: "tweb_penduduk", row: each })));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a hostile file", () => {
  const refused = (bytes: Uint8Array) => {
    try {
      return rowsOf(bytes).rows.length;
    } catch (error) {
      if (error instanceof SheetError) return error.code;
      throw error;
    }
  };
  const sheetOf = (data: string) =>
    zipSync({
      "xl/workbook.xml": bytesOf('<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
      "xl/_rels/workbook.xml.rels": bytesOf('<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>'),
      "xl/worksheets/sheet1.xml": bytesOf(`<worksheet><sheetData>${data}</sheetData></worksheet>`),
    });
  const cell = (text: string, row: number) =>
    `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>${text}</t></is></c></row>`;

  it("with a million empty rows is read past them", () => {
    const empty = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 3}"/>`).join("");
    expect(refused(sheetOf(cell("Nama", 1) + cell("Siti", 2) + empty))).toBe(2);
  }, 60_000);

  it("that unpacks without end, nests without end or hides something is refused", () => {
    expect(refused(sheetOf(" ".repeat(20 * 1024 * 1024)))).toBe("corrupt");
    expect(refused(bytesOf(`{"tabel":${"[".repeat(100_000)}`))).toBe("corrupt");
    expect(refused(bytesOf(`{"tabel":{"tweb_penduduk":{"data":[{"a":${"[".repeat(50_000)}`))).toBe("corrupt");
    const bomb = bytesOf(`{"tabel":${" ".repeat(70 * 1024 * 1024)}`);
    expect(refused(zipSync({ "desa.sid": bomb }, { level: 1 }))).toBe("file-too-large");
    expect(refused(sheetOf("<!DOCTYPE x>"))).toBe("unsupported");
    expect(refused(bytesOf("<html><table><tr><td>Nama</td></tr></table></html>"))).toBe("unsupported");
    expect(refused(bytesOf("%PDF-1.7 ..."))).toBe("unsupported");
  }, 60_000);

  it("cut off anywhere, or with any bytes turned, gives rows or a SheetError", () => {
    const whole = [
      openSidWorkbook(openSidPeople(5)),
      bytesOf('{"tabel":{"tweb_penduduk":{"data":[{"nama":"a"}]}}}'),
    ];
    const damage = fc.record({
      file: fc.constantFrom(...whole),
      end: fc.double({ min: 0, max: 1, noNaN: true }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    fc.assert(
      fc.property(damage, ({ file, end, at, byte }) => {
        const cut = file.slice(0, Math.ceil(end * file.length));
        const turned = file.slice();
        turned[Math.floor(at * (file.length - 1))] = byte;
        for (const bytes of [cut, turned]) refused(bytes);
      }),
      { numRuns: 100 },
    );
  });

  it("of any text gives rows or a SheetError, and each row a reading", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        refused(bytesOf(text));
        const cells = OPENSID_HEADINGS.map(() => text);
        expect(() => readRow(cells, openSidMapping(OPENSID_HEADINGS), FACTS)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});
