import { DOCX_TYPE, type SniffedType, XLSX_TYPE } from "#app/platform/image/sniff-type.ts";

/** What a form may ask for. `printable-image` is what a PDF can hold: no WebP. */
export type AcceptedKind = "image" | "printable-image" | "pdf" | "sheet" | "document";

interface Kind {
  types: readonly SniffedType[];
  /** As a person reads it in a hint or an error. */
  words: string;
  /** For the file input's `accept`. */
  endings: string;
}

const KINDS: Record<AcceptedKind, Kind> = {
  image: {
    types: ["image/jpeg", "image/png", "image/webp"],
    words: "foto (JPEG, PNG, atau WebP)",
    endings: "image/jpeg,image/png,image/webp",
  },
  "printable-image": {
    types: ["image/png", "image/jpeg"],
    words: "gambar PNG atau JPEG",
    endings: "image/png,image/jpeg",
  },
  pdf: { types: ["application/pdf"], words: "PDF", endings: ".pdf" },
  sheet: { types: [XLSX_TYPE, "text/csv"], words: "lembar Excel (XLSX) atau CSV", endings: ".xlsx,.csv" },
  document: { types: [DOCX_TYPE], words: "dokumen Word (DOCX)", endings: ".docx" },
};

/** Does a form that asks for these kinds take a file of this type? */
export function isAccepted(type: SniffedType, accept: readonly AcceptedKind[]): boolean {
  return accept.some((kind) => KINDS[kind].types.includes(type));
}

/** The kinds in words, for hints and errors: `foto (JPEG, PNG, atau WebP) atau PDF`. */
export function acceptedWords(accept: readonly AcceptedKind[]): string {
  return accept.map((kind) => KINDS[kind].words).join(" atau ");
}

/** The kinds for the `accept` attribute of a file input: a help for the chooser, never a check. */
export function acceptAttribute(accept: readonly AcceptedKind[]): string {
  return accept.map((kind) => KINDS[kind].endings).join(",");
}
