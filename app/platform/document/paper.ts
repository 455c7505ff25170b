import { DocumentError } from "./document-error.ts";

export type Paper = "F4" | "A4";
export type PageOrientation = "portrait" | "landscape";

export interface MarginsMm {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface PageSetup {
  paper: Paper;
  orientation?: PageOrientation;
  marginsMm?: Partial<MarginsMm>;
}

/** Width and height in mm, upright. F4 as sold in Indonesia (folio), A4 by ISO 216. */
export const PAPER_SIZES_MM: Record<Paper, { width: number; height: number }> = {
  F4: { width: 215, height: 330 },
  A4: { width: 210, height: 297 },
};

/** The left margin leaves room for the binder's holes. */
export const DEFAULT_MARGINS_MM: MarginsMm = { top: 15, right: 20, bottom: 20, left: 25 };

const MIN_CONTENT_MM = 40;

export interface PageMm {
  width: number;
  height: number;
  orientation: PageOrientation;
  margins: MarginsMm;
  /** Between the margins. */
  contentWidth: number;
  contentHeight: number;
}

/** The page in mm with all defaults filled in. Throws DocumentError `no-room` where the margins leave under 40 mm. */
export function resolvePage(setup: PageSetup): PageMm {
  const { width: short, height: long } = PAPER_SIZES_MM[setup.paper];
  const orientation = setup.orientation ?? "portrait";
  const [width, height] = orientation === "portrait" ? [short, long] : [long, short];
  const margins = { ...DEFAULT_MARGINS_MM, ...setup.marginsMm };
  const contentWidth = width - margins.left - margins.right;
  const contentHeight = height - margins.top - margins.bottom;
  if (!(contentWidth >= MIN_CONTENT_MM && contentHeight >= MIN_CONTENT_MM)) {
    throw new DocumentError("no-room", "the margins leave no page");
  }
  return { width, height, orientation, margins, contentWidth, contentHeight };
}

/** Millimetres to points (1/72 inch). */
export function mmToPt(mm: number): number {
  return (mm * 72) / 25.4;
}

/** Millimetres to twips (1/20 point), whole ones as Word wants. */
export function mmToTwips(mm: number): number {
  return Math.round(mmToPt(mm) * 20);
}
