import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const DATES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;
const DRAWING_ID = /<wp:docPr id="\d+"/g;

/**
 * Replaces what the library takes from the machine's clock (dates in properties and archive) and from a counter that
 * all documents of a process share (drawing ids), so that the same document gives the same bytes.
 */
export function makeRepeatable(docx: Uint8Array, date: Date): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(docx);
  const edit = (path: string, change: (xml: string) => string) => {
    const part = parts[path];
    if (part) parts[path] = strToU8(change(strFromU8(part)));
  };
  const stamp = `${date.toISOString().slice(0, 19)}Z`;
  edit("docProps/core.xml", (xml) => xml.replace(DATES, `$1${stamp}$2`));
  let drawing = 0;
  edit("word/document.xml", (xml) => xml.replace(DRAWING_ID, () => `<wp:docPr id="${++drawing}"`));
  return new Uint8Array(zipSync(parts, { mtime: date }));
}
