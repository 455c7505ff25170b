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
const SAMPLE_LETTER = { numberText: "000/001/2026", date: "2026-01-31", validUntil: "2026-02-28" };

/**
 * Tries a template out before it is kept: names, commands, and drawing with everything and with the least filled in.
 * @throws TemplateError that names the line and, for an unknown name, the names that exist
 */
export function checkTemplate(kind: Checked): void {
  if (kind.template.trim() === "") throw new TemplateError(null, TEMPLATE_WORDS.empty);
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

/** Of the same beginning where that exists, else all. */
function knownNear([root = ""]: readonly string[], data: TemplateData): string[] {
  const names = namesIn(data, "");
  const near = names.filter((name) => name.startsWith(`${root}.`));
  return near.length > 0 ? near : names;
}
