import type { PDFDocument } from "@cantoo/pdf-lib";
import * as pdf from "@cantoo/pdf-lib";
import type { PaperDocument } from "#app/platform/document/blocks.ts";
import { DocumentError } from "#app/platform/document/document-error.ts";
import { Face, type FaceName } from "./face.ts";
import { isStandardLetter, toPrintable } from "./printable.ts";

/** The faces that a file is drawn with, and what becomes of a text before it is. */
export interface Typeface {
  faces: Record<FaceName, Face>;
  printable(text: string): string;
  /** PDF stretches blanks by itself in the standard fonts alone. */
  stretchesBlanks: boolean;
}

/** Helvetica, which every reader has: Windows-1252, look-alikes for the rest. */
export async function standardTypeface(file: PDFDocument): Promise<Typeface> {
  const embed = async (name: pdf.StandardFonts) => new Face(await file.embedFont(name));
  const faces = {
    regular: await embed(pdf.StandardFonts.Helvetica),
    bold: await embed(pdf.StandardFonts.HelveticaBold),
    italic: await embed(pdf.StandardFonts.HelveticaOblique),
  };
  return { faces, printable: toPrintable, stretchesBlanks: true };
}

/**
 * What a document is drawn with: Helvetica, unless it must show every letter and has some that Helvetica lacks. Then
 * the letters that it uses of Arimo, as wide as Helvetica's, go into the file; Arimo is loaded for such a file alone.
 * @throws DocumentError `unknown-letters` for those that Arimo lacks too
 */
export async function typefaceFor(file: PDFDocument, document: PaperDocument): Promise<Typeface> {
  if (!document.isExact) return standardTypeface(file);
  const text = toExact(textsOf(document).join("\n"));
  if (Array.from(text).every((char) => char === "\n" || isStandardLetter(char))) {
    return { ...(await standardTypeface(file)), printable: toExact };
  }
  const [{ openArimo }, { default: fontkit }] = await Promise.all([
    import("./open-arimo.ts"),
    import("@cantoo/fontkit"),
  ]);
  const arimo = openArimo();
  const font = fontkit.create(arimo.regular);
  const isKnown = (char: string) =>
    "hasGlyphForCodePoint" in font && font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0);
  const missing = Array.from(text).filter((char) => char !== "\n" && !isKnown(char));
  if (missing.length > 0) throw new DocumentError("unknown-letters", [...new Set(missing)].join(" "));
  file.registerFontkit(fontkit);
  const regular = new Face(await file.embedFont(arimo.regular, { subset: true }));
  const bold = new Face(await file.embedFont(arimo.bold, { subset: true }));
  return { faces: { regular, bold, italic: regular }, printable: toExact, stretchesBlanks: false };
}

/** Composed letters, plain blanks and hyphens; marks that nobody sees are left out. */
function toExact(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u2010\u2011\u2212]/g, "-")
    .replace(/[^\S\n\u00a0]/gu, " ")
    .replace(/(?!\n)\p{Cc}|\p{Cf}|\p{Cs}|[\ufe00-\ufe0f]/gu, "")
    .normalize("NFC");
}

/** Every text in a document, its own and those of its blocks; pictures are no texts. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Uint8Array || value instanceof Date || typeof value !== "object" || value === null)
    return [];
  return Object.values(value).flatMap(textsOf);
}
