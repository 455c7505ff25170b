import { CHECKLIST_WORDS } from "./words.ts";

/** Steps of a new village's first hour, in the order in which they help most. */
export const CHECKLIST_ITEMS = ["kop", "perangkat", "wilayah", "nomor", "kertas", "waktu"] as const;
export type ChecklistItem = (typeof CHECKLIST_ITEMS)[number];
export type ChecklistMark = "done" | "skipped";

/** What the village's data says of the steps. */
export interface ChecklistFacts {
  hasEmblem: boolean;
  /** People with a current position, and open or accepted invitations. */
  peopleCount: number;
  invitationCount: number;
  areaCount: number;
  /** Books whose last number of this year is set. */
  bookCount: number;
}

export interface ChecklistStep {
  key: ChecklistItem;
  state: "open" | ChecklistMark;
  title: string;
  /** What is still missing, or what is there. */
  detail: string;
  href: string;
}

export interface Checklist {
  steps: ChecklistStep[];
  settledCount: number;
  isFinished: boolean;
}

const HREFS: Record<ChecklistItem, string> = {
  kop: "/kantor/pengaturan/kop",
  perangkat: "/kantor/perangkat",
  wilayah: "/kantor/pengaturan/wilayah",
  nomor: "/kantor/pengaturan/nomor",
  kertas: "/kantor/pengaturan/kertas",
  waktu: "/kantor/pengaturan/waktu",
};

/** Did somebody come to a page of settings from the list of the first hour? */
export function isFromChecklist(query: URLSearchParams): boolean {
  return query.get("dari") === "mulai";
}

/** Where saving leads: on to the next step for whoever works through the list, else to the same page. */
export function afterSaving(query: URLSearchParams, page: string): string {
  return isFromChecklist(query) ? "/kantor/mulai" : page;
}

/** The checklist of a village: what its data shows as done counts, whatever was marked. */
export function checklistOf(facts: ChecklistFacts, marks: ReadonlyMap<string, ChecklistMark>): Checklist {
  const steps = CHECKLIST_ITEMS.map((key): ChecklistStep => {
    const mark = marks.get(key);
    const state = isDone(key, facts, mark) ? "done" : mark === "skipped" ? "skipped" : "open";
    return {
      key,
      state,
      title: CHECKLIST_WORDS.titles[key],
      detail: CHECKLIST_WORDS.details[key](facts, mark === "done"),
      href: `${key === "kop" && !facts.hasEmblem ? "/kantor/pengaturan/identitas" : HREFS[key]}?dari=mulai`,
    };
  });
  const settledCount = steps.filter((step) => step.state !== "open").length;
  return { steps, settledCount, isFinished: settledCount === steps.length };
}

function isDone(key: ChecklistItem, facts: ChecklistFacts, mark: ChecklistMark | undefined): boolean {
  switch (key) {
    case "kop":
      return facts.hasEmblem && mark === "done";
    case "perangkat":
      return facts.peopleCount > 1 || facts.invitationCount > 0;
    case "wilayah":
      return facts.areaCount > 0;
    case "nomor":
      return facts.bookCount > 0;
    case "kertas":
    case "waktu":
      return mark === "done";
  }
}
