import type { RichText, TextRun } from "./blocks.ts";

/** The parts of a text; one part where it has one look. */
export function runsOfText(text: RichText): TextRun[] {
  return typeof text === "string" ? [{ text }] : text;
}

/** Only the letters of a text. */
export function plainText(text: RichText): string {
  return runsOfText(text)
    .map((run) => run.text)
    .join("");
}
