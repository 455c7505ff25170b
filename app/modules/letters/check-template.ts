import type { LetterContent } from "./content-rules.ts";
import type { LetterKind } from "./kind-rules.ts";
import { bodyOf } from "./letter-body.ts";
import { type LetterVillage, letterData } from "./letter-data.ts";
import { barestContent, sampleContent } from "./letter-sample.ts";
import { parseTemplate, type TemplateData } from "./template-engine.ts";
import { TemplateError } from "./template-error.ts";
import { TEMPLATE_WORDS } from "./template-words.ts";

type Checked = Pick<LetterKind, "fields" | "formVersion" | "template" | "hasSubject">;

const SAMPLE_VILLAGE: LetterVillage = {
  name: "Contoh",
  villageTerm: "Desa",
  headTerm: "Kepala Desa",
  districtName: "Contoh",
  regencyName: "Kabupaten Contoh",
  provinceName: "Provinsi Contoh",
};
/** Names that a sentence offers in the place of an unknown one. */
const NEAR_NAMES = 4;
const MAX_NAME = 60;
const SAMPLE_LETTER = { numberText: "000/001/2026", date: "2026-01-31", validUntil: "2026-02-28" };

/**
 * Tries a template out before it is kept: names, commands, and drawing with everything and with the least filled in.
 * @throws TemplateError that names the line and, for an unknown name, the names that exist
 */
export function checkTemplate(kind: Checked): void {
  if (kind.template.trim() === "") throw new TemplateError(null, TEMPLATE_WORDS.empty);
  requireDoubleBraces(kind.template);
  const data = sampleData(kind, sampleContent(kind));
  requireNames(kind.template, data);
  bodyOf(kind, sampleContent(kind), SAMPLE_VILLAGE, SAMPLE_LETTER);
  bodyOf(kind, barestContent(kind), SAMPLE_VILLAGE, SAMPLE_LETTER);
}

/** Names that a template of this kind may use, as they are written: `orang.nama`. Lists carry their columns. */
export function templateNames(kind: Pick<Checked, "fields" | "formVersion" | "hasSubject">): string[] {
  return namesIn(sampleData(kind, sampleContent(kind)), "");
}

function sampleData(kind: Pick<Checked, "fields" | "formVersion">, content: LetterContent): TemplateData {
  return letterData(kind, content, SAMPLE_VILLAGE, SAMPLE_LETTER);
}

function namesIn(data: TemplateData, path: string): string[] {
  return Object.entries(data).flatMap(([name, value]) =>
    typeof value === "string" || Array.isArray(value) ? [path + name] : namesIn(value, `${path}${name}.`),
  );
}

function requireNames(template: string, data: TemplateData): void {
  const { engine, parsed } = parseTemplate(template);
  const { globals } = engine.analyzeSync(parsed, { partials: false });
  for (const variable of Object.values(globals).flat()) {
    const { segments, location } = variable;
    const names = segments.filter((segment) => typeof segment === "string");
    if (names.length < segments.length) throw new TemplateError(location.row, TEMPLATE_WORDS.brackets);
    const problem = nameProblem(names, data);
    if (problem) throw new TemplateError(location.row, problem);
  }
}

/** What is wrong with a name, or null. */
function nameProblem(names: readonly string[], data: TemplateData): string | null {
  let at: TemplateData | TemplateData[] | string = data;
  for (const name of names) {
    if (typeof at === "string" || Array.isArray(at)) {
      return name === "size" ? null : TEMPLATE_WORDS.unknownName(names.join("."), knownNear(names, data));
    }
    const next: TemplateData[string] | undefined = Object.hasOwn(at, name) ? at[name] : undefined;
    if (next === undefined) return TEMPLATE_WORDS.unknownName(names.join("."), knownNear(names, data));
    at = next;
  }
  const isRecord = typeof at === "object" && !Array.isArray(at);
  return isRecord ? TEMPLATE_WORDS.notText(names.join(".")) : null;
}

/** A name in single braces is printed as it stands: nobody means that. */
function requireDoubleBraces(template: string): void {
  for (const [at, line] of template.split("\n").entries()) {
    const rest = line.replace(/\{\{.*?\}\}/g, "").replace(/\{%.*?%\}/g, "");
    const [, name] = /\{\s*([a-z][\w.]*)\s*\}/i.exec(rest) ?? [];
    if (name) throw new TemplateError(at + 1, TEMPLATE_WORDS.singleBraces(name));
  }
}

/** The names that come nearest, those of the same beginning first; the editor's help lists all. */
function knownNear(wrong: readonly string[], data: TemplateData): string[] {
  const text = wrong.join(".");
  const isOfOther = (name: string) => (name.startsWith(`${wrong[0]}.`) ? 0 : MAX_NAME);
  const far = new Map(namesIn(data, "").map((name) => [name, distance(text, name) + isOfOther(name)]));
  const names = [...far.keys()].toSorted((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0));
  return names.slice(0, NEAR_NAMES);
}

/** Letters to change, add or leave out to make one text of another (Levenshtein 1966); short texts alone. */
function distance(from: string, to: string): number {
  const source = from.slice(0, MAX_NAME);
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...source].entries()) {
    const next = [at + 1];
    for (const [other, there] of [...to].entries()) {
      const changed = (row[other] ?? 0) + (letter === there ? 0 : 1);
      next.push(Math.min(changed, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
