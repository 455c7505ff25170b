import type { RichText, TextRun } from "#app/platform/document/blocks.ts";

/** Private letters that stand for values and line numbers while a template is drawn; texts from outside lose them. */
export const VALUE_OPEN = "\ue000";
export const VALUE_CLOSE = "\ue001";
export const LINE_OPEN = "\ue002";
export const LINE_CLOSE = "\ue003";

/** Text without the private marks and without control characters but line feeds. */
export function withoutMarks(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\ue000-\uf8ff]|(?!\n)\p{Cc}|\p{Cs}/gu, "");
}

/** Puts the values in the place of their marks, once: what they hold is not looked at again. */
export function fillValues(text: string, values: readonly string[]): string {
  return text.replace(
    new RegExp(`${VALUE_OPEN}(\\d+)${VALUE_CLOSE}`, "g"),
    (_mark, at: string) => values[Number(at)] ?? "",
  );
}

/** Text with `**bold**` parts; null where a `**` has no partner. */
export function richTextOf(text: string, values: readonly string[]): RichText | null {
  const parts = text.split("**");
  if (parts.length % 2 === 0) return null;
  if (parts.length === 1) return fillValues(text, values);
  const runs: TextRun[] = parts.map((part, at) => ({ text: fillValues(part, values), isBold: at % 2 === 1 }));
  return runs.filter((run) => run.text !== "");
}
