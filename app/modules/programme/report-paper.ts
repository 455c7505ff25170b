import type { Zone } from "#app/platform/clock.ts";
import type { Block, DocumentImage, LetterheadBlock, Signature } from "#app/platform/document/blocks.ts";
import type { Issuer } from "#app/platform/trial.ts";
import type { Report } from "./report-rules.ts";

/** What the papers of a year's programme are made from. */
export interface ReportFacts {
  report: Report;
  issuer: Issuer;
  village: { name: string; villageTerm: string; headTerm: string };
  letterhead: LetterheadBlock;
  /** Head and Kasi, side by side. */
  signatures: Signature[];
  headSignature: Signature;
  photos: { image: DocumentImage; caption: string }[];
  /** Files behind approved reports that are not among `photos`. */
  morePhotos: number;
  madeAt: Date;
  zone: Zone;
}

/** `Desa Sesela`, with the village's own term. */
export function villageTitle({ villageTerm, name }: ReportFacts["village"]): string {
  return `${villageTerm} ${name}`;
}

export function paragraph(text: string): Block {
  return { type: "paragraph", text };
}

export function heading(text: string, level: 1 | 2 = 1): Block {
  return { type: "heading", text, level };
}
