import { isPersonValue, type LetterContent, type LetterPerson } from "./content-rules.ts";
import type { LetterKind } from "./kind-rules.ts";
import { identityRows, type LetterVillage, letterData } from "./letter-data.ts";
import { fillTemplate } from "./template-engine.ts";
import { type BodyBlock, readLines } from "./template-lines.ts";

type LetterFacts = Parameters<typeof letterData>[3];

/** The body of a letter: its kind's template filled from its content. Throws TemplateError that names the line. */
export function bodyOf(
  kind: Pick<LetterKind, "fields" | "formVersion" | "template">,
  content: LetterContent,
  village: LetterVillage,
  letter: LetterFacts,
): BodyBlock[] {
  const filled = fillTemplate(kind.template, letterData(kind, content, village, letter));
  return readLines(filled, (name) => {
    const person = personOf(kind, content, name);
    return person === undefined ? null : identityRows(person);
  });
}

/** The person that a template means by a name: null where the letter has none, undefined where no such name exists. */
function personOf(
  { fields }: Pick<LetterKind, "fields">,
  content: LetterContent,
  name: string,
): LetterPerson | null | undefined {
  if (name === "orang") return content.subject ?? content.person;
  if (name === "pemohon") return content.person;
  const field = fields.find(({ key, type }) => type === "person" && name === `isian.${key}`);
  if (!field) return undefined;
  const value = content.fields[field.key];
  return isPersonValue(value) ? value : null;
}
