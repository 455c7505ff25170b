import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { DOCX_TYPE, sniffType, XLSX_TYPE } from "#app/platform/image/sniff-type.ts";
import { makePng, readPicture } from "./pictures.ts";

const zip = (...paths: string[]) => zipSync(Object.fromEntries(paths.map((path) => [path, strToU8("<x/>")])));
const utf16 = (text: string) =>
  Uint8Array.from([0xff, 0xfe, ...Array.from(text).flatMap((c) => [c.charCodeAt(0), 0])]);

test.each([
  ["image/jpeg", readPicture("sawah.jpg")],
  ["image/png", makePng()],
  ["image/webp", readPicture("sawah.webp")],
  ["application/pdf", strToU8("%PDF-1.7\n")],
  [XLSX_TYPE, zip("[Content_Types].xml", "xl/workbook.xml")],
  [DOCX_TYPE, zip("[Content_Types].xml", "word/document.xml")],
  ["application/zip", zip("foto.jpg")],
  ["text/csv", strToU8("\ufeffNama;Umur\r\nSiti;30\r\n")],
  ["text/csv", utf16("Nama\tUmur\r\nSiti\t30")],
  ["text/csv", Uint8Array.from([...strToU8("Nama,Asal\nAndr"), 0xe9, ...strToU8(",Malang")])],
  [
    "text/csv",
    strToU8("LAPORAN REALISASI APBDES 2026\r\nDESA SESELA\r\n\r\nKode;Pagu\r\n1.3.1;5\r\n1.5.4;6\r\n"),
  ],
  ["text/plain", strToU8("Satu baris saja")],
  ["text/plain", strToU8("Catatan\r\nRapat pagi\r\nHadir, lengkap\r\nSelesai\r\n")],
])("knows %s by its bytes", (type, bytes) => {
  expect(sniffType(bytes)).toBe(type);
});

test.each([
  ["SVG", strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ["SVG behind an XML line", strToU8('\ufeff  <?xml version="1.0"?><svg/>')],
  ["HTML", strToU8("<!DOCTYPE html><p>halo")],
  ["HTML inside a table", strToU8("nama,isi\na,<script>alert(1)</script>")],
  ["SVG in UTF-16", utf16("<svg onload='alert(1)'/>")],
  ["GIF", strToU8("GIF89a\u0001\u0000")],
  ["a program", Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0)],
  ["old Excel", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ["Excel with macros", zip("xl/workbook.xml", "xl/vbaProject.bin")],
  ["a broken archive", zip("xl/workbook.xml").subarray(0, 40)],
  ["sound in RIFF", strToU8("RIFF\u0010\u0000\u0000\u0000WAVEfmt ")],
  ["nothing", new Uint8Array()],
  ["blanks", strToU8("  \r\n ")],
])("does not take %s", (_, bytes) => {
  expect(sniffType(bytes)).toBeNull();
});
