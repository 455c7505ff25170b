import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import type { Block, PaperDocument } from "#app/platform/document/blocks.ts";
import { mmToTwips, type PageMm, type PageSetup, resolvePage } from "#app/platform/document/paper.ts";
import { toXmlText } from "#app/platform/document/xml-text.ts";
import { trialMark } from "#app/platform/trial.ts";
import { buildLetterhead } from "./build-letterhead.ts";
import { buildPhotos } from "./build-photos.ts";
import { buildSignatures } from "./build-signatures.ts";
import { buildTable } from "./build-table.ts";
import { buildFacts, buildHeading, buildList, buildParagraph, buildTitle } from "./build-text.ts";
import { makeRepeatable } from "./make-repeatable.ts";
import { BODY_PT } from "./paragraphs.ts";

const FONT = "Arial";
const FOOTER_SIZE = 16;
const FOOTER_MM = 8;
const MARK_MM = 5;
/** Letters of the foot's note that leave room for the page number. */
const MAX_NOTE_BESIDE = 90;

/**
 * Puts a document into a DOCX that a village can go on editing: same blocks, paper and margins as `renderPdf`, all
 * letters kept. Throws DocumentError for an emblem that can't be read and for pages without room.
 */
export async function renderDocx(
  document: PaperDocument,
  setup: PageSetup,
): Promise<Uint8Array<ArrayBuffer>> {
  const page = resolvePage(setup);
  const mark = trialMark(document.issuer);
  const file = new Document({
    title: toXmlText(document.title),
    creator: toXmlText(document.author),
    lastModifiedBy: toXmlText(document.author),
    styles: {
      default: { document: { run: { font: FONT, size: BODY_PT * 2, language: { value: "id-ID" } } } },
    },
    sections: [
      {
        properties: { page: pageProperties(page) },
        headers: mark ? { default: buildMark(mark) } : undefined,
        footers: { default: buildFooter(document.footer, page) },
        children: document.blocks.flatMap((block, at) =>
          block.type === "paragraph" && document.blocks[at + 1]?.type === "signatures"
            ? [buildParagraph(block, true)]
            : buildBlock(block, page),
        ),
      },
    ],
  });
  return makeRepeatable(new Uint8Array(await Packer.toArrayBuffer(file)), document.createdAt);
}

/** The library wants the sheet upright and turns it itself. */
function pageProperties(page: PageMm) {
  const [short, long] = page.width < page.height ? [page.width, page.height] : [page.height, page.width];
  const { top, right, bottom, left } = page.margins;
  return {
    size: { width: mmToTwips(short), height: mmToTwips(long), orientation: page.orientation },
    margin: {
      top: mmToTwips(top),
      right: mmToTwips(right),
      bottom: mmToTwips(bottom),
      left: mmToTwips(left),
      header: mmToTwips(Math.min(MARK_MM, top)),
      footer: mmToTwips(Math.min(FOOTER_MM, bottom)),
    },
  };
}

/** The head of each page of a village that is not verified: framed and black, so that copies keep it. */
function buildMark(mark: string): Header {
  const side = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 };
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        border: { top: side, bottom: side, left: side, right: side },
        children: [new TextRun({ text: mark, bold: true, size: 20, color: "000000" })],
      }),
    ],
  });
}

/** A short note stands beside the page number, a long one above it. */
function buildFooter(note: string | undefined, page: PageMm): Footer {
  const look = { size: FOOTER_SIZE, color: "595959" };
  const text = toXmlText(note ?? "");
  const isLong = text.length > MAX_NOTE_BESIDE;
  const words = [isLong ? "" : text, "\tHalaman ", PageNumber.CURRENT, " dari ", PageNumber.TOTAL_PAGES];
  const above = isLong ? [new Paragraph({ children: [new TextRun({ ...look, text })] })] : [];
  return new Footer({
    children: [
      ...above,
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: mmToTwips(page.contentWidth) }],
        children: [new TextRun({ ...look, children: words })],
      }),
    ],
  });
}

function buildBlock(block: Block, page: PageMm): FileChild[] {
  const width = page.contentWidth;
  switch (block.type) {
    case "letterhead":
      return buildLetterhead(block, width);
    case "title":
      return buildTitle(block);
    case "heading":
      return [buildHeading(block)];
    case "paragraph":
      return [buildParagraph(block)];
    case "list":
      return buildList(block);
    case "facts":
      return buildFacts(block, width);
    case "table":
      return [...buildTable(block, width), new Paragraph({})];
    case "signatures":
      return buildSignatures(block, width);
    case "photos":
      return buildPhotos(block, width);
    case "space":
      return [new Paragraph({ spacing: { before: mmToTwips(block.mm) } })];
    case "page-break":
      return [new Paragraph({ pageBreakBefore: true })];
  }
}
