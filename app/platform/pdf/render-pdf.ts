import type { PDFDocument } from "@cantoo/pdf-lib";
import type { Block, DocumentImage, PaperDocument, PhotosBlock } from "#app/platform/document/blocks.ts";
import { checkImage, findImage } from "#app/platform/document/check-image.ts";
import { DocumentError } from "#app/platform/document/document-error.ts";
import { mmToPt, type PageSetup, resolvePage } from "#app/platform/document/paper.ts";
import { openCanvas, type PdfCanvas } from "./canvas.ts";
import { drawFooters } from "./draw-footers.ts";
import { drawLetterhead } from "./draw-letterhead.ts";
import { drawPhotos } from "./draw-photos.ts";
import { drawSignatures, signaturesHeight } from "./draw-signatures.ts";
import { drawTable, tableStart } from "./draw-table.ts";
import { drawFacts, drawHeading, drawList, drawParagraph, drawTitle } from "./draw-text.ts";
import { embedImage, type PlacedImage } from "./images.ts";
import { openFile } from "./open-file.ts";
import { typefaceFor } from "./typeface.ts";

/**
 * Puts a document on pages as PDF. The same document and setup give the same bytes. Letters outside Windows-1252 are
 * shown as `toPrintable` says, in an exact document as written. Throws DocumentError for an emblem that can't be read,
 * for pages without room, and for letters that an exact document can't show.
 */
export async function renderPdf(document: PaperDocument, setup: PageSetup): Promise<Uint8Array<ArrayBuffer>> {
  const file = await openFile(document);
  const canvas = await openCanvas(
    file,
    resolvePage(setup),
    document.issuer,
    await typefaceFor(file, document),
  );
  for (const [index, block] of document.blocks.entries()) {
    const follows = keptHeight(canvas, block, document.blocks[index + 1]);
    await drawBlock(file, canvas, block, follows);
  }
  drawFooters(canvas, document.footer);
  return new Uint8Array(await file.save());
}

/** Height of what must stand on one page with a block's end: a table's start below its heading, who signs below what he says. */
function keptHeight(canvas: PdfCanvas, block: Block, next: Block | undefined): number {
  if (next?.type === "signatures") return signaturesHeight(canvas, next);
  return block.type === "heading" && next?.type === "table" ? tableStart(canvas, next) : 0;
}

/**
 * Draws one block at the cursor.
 * @param follows height of what must stand below its end on the same page
 */
export async function drawBlock(
  file: PDFDocument,
  canvas: PdfCanvas,
  block: Block,
  follows = 0,
): Promise<void> {
  switch (block.type) {
    case "letterhead":
      return drawLetterhead(
        canvas,
        block,
        block.emblem ? await embedImage(file, checkImage(block.emblem)) : null,
      );
    case "photos":
      return drawPhotos(canvas, block, await embedPhotos(file, block));
    case "title":
      return drawTitle(canvas, block);
    case "heading":
      return drawHeading(canvas, block, follows);
    case "paragraph":
      return drawParagraph(canvas, block, follows);
    case "list":
      return drawList(canvas, block, follows);
    case "facts":
      return drawFacts(canvas, block, follows);
    case "table":
      return drawTable(canvas, block);
    case "signatures":
      return drawSignatures(canvas, block);
    case "space":
      canvas.y -= Math.min(mmToPt(block.mm), canvas.room);
      return;
    case "page-break":
      return canvas.newPage();
  }
}

async function embedPhotos(file: PDFDocument, block: PhotosBlock): Promise<(PlacedImage | null)[]> {
  const placed: (PlacedImage | null)[] = [];
  for (const { image } of block.photos) placed.push(await findPhoto(file, image));
  return placed;
}

async function findPhoto(file: PDFDocument, image: DocumentImage): Promise<PlacedImage | null> {
  const checked = findImage(image);
  if (!checked) return null;
  try {
    return await embedImage(file, checked);
  } catch (error) {
    if (error instanceof DocumentError) return null;
    throw error;
  }
}
