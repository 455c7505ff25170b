import type { ClientAnswer } from "#tests/support/client.ts";
import type { Fields } from "./form-case.ts";

const ENGLISH =
  /\b(invalid|required|expected|received|too (big|small|long|short)|must|string|number|NaN|undefined|null|error)\b/i;

/** Sentences by which an answer says what is wrong: the summary of a form, or the notice of an error page. */
export function sentencesOf(html: string): string[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  const alerts = [...main.matchAll(/<section role="alert"[\s\S]*?<\/section>/g)].flatMap(([section]) =>
    [...section.matchAll(/<li[\s\S]*?<\/li>/g)].map(([item]) => textOf(item)),
  );
  if (alerts.length > 0) return alerts;
  return [...main.matchAll(/<div class="flex max-w-text gap-3[\s\S]*?<\/div><\/div>/g)].map(([notice]) =>
    textOf(notice),
  );
}

function textOf(html: string): string {
  return unescapeHtml(html.replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** What is wrong with the words of a refusal. */
export function faultsOfWords({ text, status }: ClientAnswer): string[] {
  const sentences = sentencesOf(text);
  if (sentences.length === 0) return [`${status} without a sentence`];
  const bad = sentences.filter((each) => ENGLISH.test(each) || !/\s.*[.?!]$/.test(each));
  return bad.map((sentence) => `${status} says: ${sentence}`);
}

/** The form of a page that holds these fields; the whole page where none does. */
export function formWith(html: string, fields: string[]): string {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const holds = (form: string) => fields.filter((name) => form.includes(` name="${name}"`)).length;
  return forms.toSorted((a, b) => holds(b) - holds(a))[0] ?? html;
}

/** Does the answer mark this field as wrong, with a sentence beside it? */
export function marksField({ text }: ClientAnswer, field: string): boolean {
  const named = new RegExp(
    `<(?:input|select|textarea)\\b[^>]* name="${field.replace(/[.[\]]/g, "\\$&")}"[^>]*>`,
    "g",
  );
  const controls = [...text.matchAll(named)].map(([tag]) => tag);
  const isInvalid = controls.some((tag) => tag.includes('aria-invalid="true"'));
  return isInvalid || text.includes(`-${field}-error"`);
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
}

/** Typed values that the answer has lost; passwords, files and what pages fill in themselves may go. */
export function lostValues({ text }: ClientAnswer, fields: Fields, hidden: ReadonlySet<string>): string[] {
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each] as const),
  );
  return entries.flatMap(([name, value]) => {
    if (typeof value !== "string" || value.trim() === "" || hidden.has(name)) return [];
    const shown = escapeHtml(value.trim());
    return isKept(text, shown) ? [] : [`${name} is lost`];
  });
}

// A text field and a shown text hold the value; of a choice the option must be the chosen one.
function isKept(html: string, value: string): boolean {
  const controls = [...html.matchAll(/<(?:option|input)\b[^>]*>/g)].map(([tag]) => tag);
  const choices = controls.filter((tag) => tag.includes(` value="${value}"`));
  const isChoice = (tag: string) => /^<option|type="(?:radio|checkbox)"/.test(tag);
  if (choices.length > 0 && choices.every(isChoice))
    return choices.some((tag) => /\b(?:selected|checked)=""/.test(tag));
  return html.includes(value);
}
