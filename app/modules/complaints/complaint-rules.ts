export const CATEGORIES = [
  { value: "layanan", label: "Pelayanan kantor desa" },
  { value: "jalan", label: "Jalan, saluran, dan penerangan" },
  { value: "kebersihan", label: "Sampah dan kebersihan" },
  { value: "keamanan", label: "Keamanan dan ketertiban" },
  { value: "bantuan", label: "Bantuan sosial" },
  { value: "keuangan", label: "Keuangan dan pembangunan desa" },
  { value: "lain", label: "Lainnya" },
] as const;
export const CATEGORY_KEYS = CATEGORIES.map(({ value }) => value);

/** A category in words; one that is no longer offered shows as it is stored. */
export function categoryLabel(key: string): string {
  return CATEGORIES.find(({ value }) => value === key)?.label ?? key;
}

export type ComplaintState = "new" | "assigned" | "answered" | "closed" | "refused";
export type ComplaintAction = "assign" | "answer" | "close" | "refuse" | "publish";

const FROM: Record<ComplaintAction, readonly ComplaintState[]> = {
  assign: ["new", "assigned"],
  answer: ["new", "assigned"],
  close: ["answered"],
  refuse: ["new", "assigned"],
  publish: ["answered", "closed"],
};

/** Who acts, as far as the rules need it. */
export interface Doer {
  accountId: string;
  permissions: ReadonlySet<string>;
}

export interface ComplaintFacts {
  state: ComplaintState;
  ownerAccountId: string | null;
}

/** Why somebody may not do this; null where he may. Who answers for a complaint answers and closes it; the rest is for who assigns. */
export function refuseAction(
  { state, ownerAccountId }: ComplaintFacts,
  action: ComplaintAction,
  { accountId, permissions }: Doer,
): "wrong-state" | "not-yours" | null {
  const leads = permissions.has("complaints.assign");
  const isOwner = ownerAccountId === accountId && permissions.has("complaints.read");
  const may = leads || (isOwner && (action === "answer" || action === "close"));
  if (!may) return "not-yours";
  return FROM[action].includes(state) ? null : "wrong-state";
}

/** Does it still ask for an answer? */
export function isWaiting(state: ComplaintState): boolean {
  return state === "new" || state === "assigned";
}

/** The law gives fourteen days (UU 25/2009 Pasal 46); ten working days are as many, where no holiday falls into them. */
export const DEFAULT_DAYS = 10;
export const MAX_DAYS = 60;

/** What a text that everybody will read seems to tell of somebody; empty where nothing stands out. */
export type Trace = "phone" | "name";

const NAME_PART = 3;

/**
 * Looks for a phone number, or a word of a sender's name, in a text for the public.
 * @param names of who sent the complaint; null where nobody knows
 */
export function tracesIn(text: string, names: readonly (string | null)[]): Trace[] {
  const traces: Trace[] = [];
  if (/(?:\+?62|0)[\s.-]?8(?:[\s.-]?\d){7,}/.test(text)) traces.push("phone");
  const words = new Set(wordsOf(text));
  const parts = names.flatMap((name) => wordsOf(name ?? "")).filter((part) => part.length >= NAME_PART);
  if (parts.some((part) => words.has(part) && !TITLES.has(part))) traces.push("name");
  return traces;
}

/** Words that stand before names and in many sentences besides. */
const TITLES = new Set(["haji", "hajah", "bapak", "ibu", "inaq", "amaq", "lalu", "desa", "warga"]);

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
}
