import type { Day } from "#app/platform/clock.ts";

/** Kinds of letters by how pressing and how open they are. */
export const NATURES = ["biasa", "segera", "penting", "rahasia"] as const;
export type Nature = (typeof NATURES)[number];

/** What a leader usually writes on a disposition sheet. */
export const PHRASES = [
  "Tindak lanjuti",
  "Siapkan jawaban",
  "Wakili saya",
  "Hadiri dan laporkan",
  "Untuk diketahui",
  "Koordinasikan",
  "Bahas dengan saya",
  "Arsipkan",
] as const;
export type Phrase = (typeof PHRASES)[number];

/** The instruction as it stands on the sheet: phrases and what was written besides. */
export function instructionText(phrases: readonly Phrase[], words: string | null): string {
  const said = PHRASES.filter((phrase) => phrases.includes(phrase)).join("; ");
  return [said, words].filter(Boolean).join(". ");
}

export interface LetterFacts {
  closedAt: string | null;
  voidedAt: string | null;
  nature: Nature;
  receivedOn: Day;
  answerDueOn: Day | null;
  answeredByLetterId: string | null;
}

export interface Follow {
  dueOn: Day | null;
  doneAt: string | null;
}

export type IncomingState = "void" | "closed" | "undisposed" | "following" | "late";

/** Where a letter stands: a person must do something about the last three. */
export function incomingState(letter: LetterFacts, follows: readonly Follow[], today: Day): IncomingState {
  if (letter.voidedAt) return "void";
  if (letter.closedAt) return "closed";
  const isAnswerLate =
    letter.answerDueOn !== null && !letter.answeredByLetterId && letter.answerDueOn < today;
  const isFollowLate = follows.some(({ dueOn, doneAt }) => !doneAt && dueOn !== null && dueOn < today);
  if (isAnswerLate || isFollowLate) return "late";
  return follows.length === 0 ? "undisposed" : "following";
}

const DAYS_TO_DISPOSE: Record<Nature, number> = { segera: 0, penting: 1, rahasia: 1, biasa: 2 };

/** Days until a leader should have passed a letter on, negative when late. Practice, not law: the desk's order. */
export function daysToDispose(letter: Pick<LetterFacts, "nature" | "receivedOn">, today: Day): number {
  return daysBetween(today, letter.receivedOn) + DAYS_TO_DISPOSE[letter.nature];
}

/** Whole days from one day to another; negative where the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Days of a book into which a letter may be written: this year's, and last year's that was left over. */
export function isBookDay(day: Day, today: Day): boolean {
  return day <= today && day >= `${Number(today.slice(0, 4)) - 1}-01-01`;
}
