import { zipSync } from "fflate";
import { concatBytes } from "#app/platform/image/bytes.ts";
import { ascii, dressJpeg, exifSegment, makePng, readPicture } from "#tests/platform/image/pictures.ts";

/** A file as a form sends it; the name says what the sender claims. */
export function fileOf(bytes: Uint8Array | string, name = "berkas.png"): File {
  return new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name);
}

export const png = () => fileOf(makePng(), "lambang.png");

/** A photo with a place, a device and bytes of another kind behind its end. */
export function talkativeJpeg(): File {
  const tail = zipSync({ "rahasia.txt": ascii("isi") });
  return fileOf(dressJpeg(readPicture("sawah.jpg"), [exifSegment(6)], tail), "foto.jpg");
}

export function xlsx(entries: Record<string, Uint8Array> = {}): File {
  const parts = { "[Content_Types].xml": ascii("<Types/>"), "xl/workbook.xml": ascii("<workbook/>") };
  return fileOf(zipSync({ ...parts, ...entries }), "lembar.xlsx");
}

export const pdf = (end = "\n%%EOF\n") =>
  fileOf(concatBytes([ascii("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), ascii(end)]), "surat.pdf");
