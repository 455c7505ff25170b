import type { VillageCtx } from "#app/context.ts";
import type { Day } from "#app/platform/clock.ts";
import type {
  Block,
  LetterheadBlock,
  PaperDocument,
  Signature,
  SignaturesBlock,
} from "#app/platform/document/blocks.ts";
import { DocumentError } from "#app/platform/document/document-error.ts";
import type { Paper } from "#app/platform/document/paper.ts";
import { renderDocx } from "#app/platform/docx/render-docx.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { formatDate } from "#app/ui/format.ts";
import type { LetterContent } from "./content-rules.ts";
import type { LetterKind } from "./kind-rules.ts";
import { bodyOf } from "./letter-body.ts";
import type { LetterVillage } from "./letter-data.ts";
import { PAPER_WORDS } from "./paper-words.ts";
import type { BodyBlock, SignHere } from "./template-lines.ts";

export type SignatureKind = "wet" | "bsre" | "system";

/** What stands around a letter's body. */
export interface LetterFrame {
  letterhead: LetterheadBlock;
  village: LetterVillage;
  /** Null before there is a number: dots to write it by hand. */
  numberText: string | null;
  date: Day | null;
  validUntil: Day | null;
  /** The office over the space, line by line (`a.n. Kepala Desa Sesela`, `Sekretaris Desa,`), and who signs. */
  signature: { lines: string[]; name: string; nip?: string | null };
  /** Address behind the QR code; null leaves the code out. */
  link: string | null;
  signatureKind: SignatureKind;
}

const BLANK = ".".repeat(30);

/**
 * Puts a letter together: kop, title, number, body, closing, place and date, office, space, name. The same document
 * feeds PDF, DOCX and screen.
 * @throws TemplateError where the kind's template can't be filled
 */
export function composeLetter(
  ctx: Pick<VillageCtx, "now" | "tenant">,
  kind: LetterKind,
  content: LetterContent,
  frame: LetterFrame,
): PaperDocument {
  const body = bodyOf(kind, content, frame.village, frame);
  return {
    title: kind.title,
    author: `${frame.village.villageTerm} ${frame.village.name}`,
    createdAt: ctx.now,
    issuer: ctx.tenant,
    isExact: true,
    footer: PAPER_WORDS.statement[kind.chain.signer === "declarant" ? "declared" : frame.signatureKind],
    // What the declarants alone sign is their paper, not the village's: it carries no kop.
    blocks: [
      ...(kind.chain.signer === "head" ? [frame.letterhead] : []),
      ...opening(kind, content, frame),
      ...closed(kind, frame, body),
    ],
  };
}

/**
 * The file of a letter: the same document gives the same bytes.
 * @throws ConflictError that names the letters which no font of ours shows
 */
export async function renderLetter(
  document: PaperDocument,
  { paper, format = "pdf" }: { paper: Paper; format?: "pdf" | "docx" },
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === "docx") return renderDocx(document, { paper });
  try {
    return await renderPdf(document, { paper });
  } catch (error) {
    if (error instanceof DocumentError && error.code === "unknown-letters") {
      throw new ConflictError(PAPER_WORDS.unknownLetters(error.detail));
    }
    throw error;
  }
}

function opening(kind: LetterKind, content: LetterContent, frame: LetterFrame): Block[] {
  if (isAddressed(kind)) return officialOpening(content, frame);
  const lines = kind.isNumbered ? [PAPER_WORDS.number(frame.numberText ?? BLANK)] : [];
  const version: Block[] = kind.formVersion
    ? [{ type: "paragraph", text: PAPER_WORDS.form(kind.formVersion), align: "right", isItalic: true }]
    : [];
  return [...version, { type: "title", text: kind.heading, isUnderlined: true, lines }];
}

/** A letter from office to office names whom it goes to; other papers of the office have a title. */
function isAddressed({ category, fields }: LetterKind): boolean {
  return category === "official" && fields.some(({ key }) => key === "kepada");
}

/** The head of a letter from office to office: place and date, number and subject, whom it goes to. */
function officialOpening({ fields }: LetterContent, frame: LetterFrame): Block[] {
  const text = (key: string) => (typeof fields[key] === "string" ? String(fields[key]) : "");
  const rows = [
    { label: "Nomor", value: frame.numberText ?? BLANK },
    { label: "Sifat", value: text("sifat") },
    { label: "Lampiran", value: text("lampiran") || "-" },
    { label: "Hal", value: [{ text: text("hal"), isBold: true }] },
  ].filter(({ value }) => value !== "");
  return [
    { type: "paragraph", text: placeAndDate(frame), align: "right" },
    { type: "facts", rows, labelWidthMm: 22 },
    { type: "paragraph", text: PAPER_WORDS.recipient(text("kepada"), text("di")) },
  ];
}

function closed(kind: LetterKind, frame: LetterFrame, body: BodyBlock[]): Block[] {
  const lastSign = body.findLastIndex(({ type }) => type === "sign");
  const blocks = body.map((block, at) =>
    block.type === "sign" ? signatures(block, kind, frame, at === lastSign) : block,
  );
  const isSigned = body.some((block) => block.type === "sign" && block.signers.includes("office"));
  if (isSigned || kind.chain.signer === "declarant") return withValidity(kind, frame, blocks);
  const last = body.at(-1);
  if (last?.type !== "sign") {
    const office = signatures({ type: "sign", signers: ["office"] }, kind, frame);
    return withValidity(kind, frame, [...blocks, office]);
  }
  const together = signatures({ type: "sign", signers: [...last.signers, "office"] }, kind, frame);
  return withValidity(kind, frame, [...blocks.slice(0, -1), together]);
}

/** How long a letter may be used stands before its first signature. */
function withValidity(kind: LetterKind, frame: LetterFrame, blocks: Block[]): Block[] {
  if (!kind.validity || !frame.validUntil) return blocks;
  const text = PAPER_WORDS.validUntil(formatDate(frame.validUntil));
  const at = blocks.findIndex(({ type }) => type === "signatures");
  const sentence: Block = { type: "paragraph", text, align: "justify" };
  return at < 0 ? [...blocks, sentence] : [...blocks.slice(0, at), sentence, ...blocks.slice(at)];
}

function signatures(
  { signers }: SignHere,
  kind: LetterKind,
  frame: LetterFrame,
  isLast = true,
): SignaturesBlock {
  const all = signers.map((signer): Signature => {
    if (signer === "office") return officeSignature(kind, frame);
    return { above: [signer.title], name: signer.name || BLANK };
  });
  const dated = kind.chain.signer === "declarant" && isLast ? datedLast(all, frame) : all;
  const check =
    signers.includes("office") && frame.link ? { link: frame.link, note: PAPER_WORDS.check } : undefined;
  return { type: "signatures", signatures: dated, check };
}

function officeSignature(kind: LetterKind, frame: LetterFrame): Signature {
  const { lines, name, nip } = frame.signature;
  const above = isAddressed(kind) ? lines : [placeAndDate(frame), ...lines];
  return { above, name, below: nip ? [PAPER_WORDS.nip(nip)] : [] };
}

/** Where the declarants alone sign, the last of them writes place and date. */
function datedLast(signatures: Signature[], frame: LetterFrame): Signature[] {
  return signatures.map((signature, at) =>
    at === signatures.length - 1
      ? { ...signature, above: [placeAndDate(frame), ...signature.above] }
      : signature,
  );
}

function placeAndDate({ village, date }: LetterFrame): string {
  return `${village.name}, ${date ? formatDate(date) : BLANK}`;
}
