/** How a field of a letter is asked for. `person`: somebody from the register or typed; `list`: rows of short texts. */
export const FIELD_TYPES = ["text", "number", "date", "money", "choice", "long", "person", "list"] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface LetterField {
  /** Name in templates: `isian.<key>`. Lower case, digits and underscores. */
  key: string;
  label: string;
  type: FieldType;
  isRequired: boolean;
  hint?: string;
  /** Of `choice`. */
  choices?: string[];
  /** Columns of `list`. */
  columns?: { key: string; label: string }[];
}

/**
 * `wajib`: without it the letter is not written; `diminta`: asked for by some villages and offices, may be missing;
 * `dicabut`: no rule asks for it any more, so it is off unless a village puts it back.
 */
export type RequirementMark = "wajib" | "diminta" | "dicabut";

export interface Requirement {
  text: string;
  mark: RequirementMark;
  /** Why it is asked for, or no longer. */
  rule?: string;
}

/** `resident`: about a person; `form`: filled in and signed by the persons themselves; `official`: from office to office. */
export type LetterCategory = "resident" | "form" | "official";

/** `dicabut`: the office that it was for may no longer ask for it; such a kind is off from the start. */
export interface Standing {
  mark: "berlaku" | "diminta" | "dicabut";
  /** Rule and sentence for whoever wonders. */
  rule: string;
}

export type ReviewStep = "kasi" | "sekdes";
/** Who may be the one that a letter is about. `other`: somebody outside the register. */
export type SubjectKind = "living" | "dead" | "moved" | "other";
export type PromiseKind = "T0" | "T1" | "T3";

/** A kind of letter: how Balai brings it, with what the village changed. */
export interface LetterKind {
  /** Key of the catalogue, or a UUID for a village's own. */
  key: string;
  title: string;
  /** Title on the paper, in capitals as printed. */
  heading: string;
  /** For whom or what it is, in one sentence for the list. */
  purpose: string;
  category: LetterCategory;
  classification: string;
  fields: LetterField[];
  requirements: Requirement[];
  standing: Standing;
  /** Who initials before it is signed, and whether an official signs at all or the declarants alone. */
  chain: { review: ReviewStep[]; signer: "head" | "declarant" };
  isNumbered: boolean;
  validity: Validity | null;
  promised: { kind: PromiseKind; hours: number };
  subjects: SubjectKind[];
  /** The letter is about somebody else than who asks (the dead, the ward). */
  hasSubject: boolean;
  /** Edition of a prescribed form, e.g. `Kepdirjen Bimas Islam 473/2020`. */
  formVersion: string | null;
  /** Lines of the body (template-rules). */
  template: string;
  /** May residents ask for it by themselves? */
  isSelfService: boolean;
  isOn: boolean;
}

export interface Validity {
  amount: number;
  unit: "day" | "month" | "year";
}

/** A kind as a village has it. */
export interface VillageKind extends LetterKind {
  isOwn: boolean;
  /** Parts that the village changed; empty where it is as Balai brings it. */
  changed: (keyof LetterKind)[];
  /** Of the row that holds the change; 0 where there is none. */
  version: number;
}

/** Promised times in hours. A working day counts as 24. */
export const PROMISES: Record<PromiseKind, { hours: number; label: string }> = {
  T0: { hours: 1, label: "Selesai di tempat" },
  T1: { hours: 24, label: "1 hari kerja" },
  T3: { hours: 72, label: "3 hari kerja" },
};

/** The parts of a catalogue kind that a village may set. */
export const CHANGEABLE = [
  "title",
  "heading",
  "purpose",
  "classification",
  "fields",
  "requirements",
  "chain",
  "validity",
  "promised",
  "template",
  "isSelfService",
] as const satisfies readonly (keyof LetterKind)[];
export type ChangeablePart = (typeof CHANGEABLE)[number];

/** What a stored definition says of a kind; parts that this version does not know, or of a wrong shape, are left out. */
export function applyChanges(kind: LetterKind, definition: Record<string, unknown>): LetterKind {
  const known = CHANGEABLE.filter((part) => sameShape(kind[part], definition[part]));
  return { ...kind, ...Object.fromEntries(known.map((part) => [part, definition[part]])) } as LetterKind;
}

/** The parts in which `wanted` differs from `kind`. */
export function changesOf(
  kind: LetterKind,
  wanted: Pick<LetterKind, ChangeablePart>,
): Record<string, unknown> {
  const parts = CHANGEABLE.filter((part) => JSON.stringify(kind[part]) !== JSON.stringify(wanted[part]));
  return Object.fromEntries(parts.map((part) => [part, wanted[part]]));
}

function sameShape(known: unknown, stored: unknown): boolean {
  if (stored === undefined) return false;
  if (known === null || stored === null) return known === null ? isValidity(stored) : isValidity(known);
  return Array.isArray(known) === Array.isArray(stored) && typeof known === typeof stored;
}

function isValidity(value: unknown): boolean {
  return typeof value === "object" && value !== null && "amount" in value && "unit" in value;
}
