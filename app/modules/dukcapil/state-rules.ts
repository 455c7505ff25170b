import type { FORM_STATE_WORDS } from "./words.ts";

export type FormState = keyof typeof FORM_STATE_WORDS;

/** What may be done to a form. */
export type FormAction = "edit" | "add" | "return" | "finish" | "collect" | "cancel";

const FROM: Record<FormAction, readonly FormState[]> = {
  edit: ["draft", "ready", "returned"],
  add: ["ready"],
  return: ["sent"],
  finish: ["sent"],
  collect: ["finished"],
  cancel: ["draft", "ready", "returned"],
};

/** Is an action possible in a state? */
export function isPossible(action: FormAction, state: FormState): boolean {
  return FROM[action].includes(state);
}

/** Tabs of the list: what lies with whom. */
export const TABS: Record<string, { label: string; states: readonly FormState[] }> = {
  kerjakan: { label: "Dikerjakan", states: ["draft", "ready", "returned"] },
  dikirim: { label: "Di Dukcapil", states: ["sent"] },
  selesai: { label: "Siap diambil", states: ["finished"] },
  arsip: { label: "Arsip", states: ["collected", "cancelled"] },
};

/** The tab that an address asks for. */
export function readTab(asked: string | null): string {
  return asked !== null && Object.hasOwn(TABS, asked) ? asked : "kerjakan";
}

/** After so many days without an answer the office asks Dukcapil. */
export const LONG_DAYS = 14;
/** So long a finished paper may lie before the desk reminds of it as late. */
export const COLLECT_DAYS = 7;
/** What is ready should go with a batch within a week. */
export const READY_DAYS = 7;
