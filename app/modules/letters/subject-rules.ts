import { STATUS } from "#app/modules/population/person-rules.ts";
import type { LetterKind, SubjectKind } from "./kind-rules.ts";

/** What a person of the register is to the rule about who may have a letter; null: nobody of whom letters are written. */
export function subjectKindOf(status: number): SubjectKind | null {
  if (status === STATUS.here) return "living";
  if (status === STATUS.dead) return "dead";
  return status === STATUS.moved ? "moved" : null;
}

export type SubjectRefusal = "not-living" | "wrong-subject" | "outsiders" | "needs-subject";

/** Whom a letter would be for; a status, or `typed` for somebody outside the register, null for nobody. */
export interface Persons {
  asker: number | "typed" | null;
  subject: number | "typed" | null;
}

/**
 * Why a letter of this kind can't be written for these persons. The dead and those who moved never ask for one; they may
 * be what it is about, where the kind is made for that. Nothing overrides this.
 */
export function refusePersons(
  kind: Pick<LetterKind, "subjects" | "hasSubject">,
  { asker, subject }: Persons,
): SubjectRefusal | null {
  if (typeof asker === "number" && subjectKindOf(asker) !== "living") return "not-living";
  if (!kind.hasSubject) return fits(kind, asker) ? null : "outsiders";
  if (subject === null) return "needs-subject";
  return fits(kind, subject) ? null : "wrong-subject";
}

/** May this person be what a letter of the kind is about, by himself or through another who asks? */
export function isSubjectOf(kind: Pick<LetterKind, "subjects">, status: number): boolean {
  const is = subjectKindOf(status);
  return is !== null && kind.subjects.includes(is);
}

/** What a person asks for by himself alone, whatever the village opens to residents. */
const OWN_ONLY =
  /nikah|kawin|cerai|talak|rujuk|poligami|wali\b|perwalian|tanah|sporadik|waris|hibah|kuasa|bepergian|perjalanan|izin (orang tua|suami|istri)|model n\d/i;

/** May a resident ask for a letter of this kind from his phone? */
export function isForResidents(
  kind: Pick<LetterKind, "isOn" | "isSelfService" | "category" | "hasSubject">,
): boolean {
  return kind.isOn && kind.isSelfService && kind.category === "resident" && !kind.hasSubject;
}

/** May the head of a family ask for it for somebody of his card? Never what binds that person's marriage, land or children. */
export function isForMembers(
  kind: Pick<LetterKind, "isOn" | "isSelfService" | "category" | "hasSubject" | "key" | "title" | "heading">,
): boolean {
  return isForResidents(kind) && !OWN_ONLY.test([kind.key, kind.title, kind.heading].join(" "));
}

function fits({ subjects }: Pick<LetterKind, "subjects">, who: number | "typed" | null): boolean {
  if (who === null || who === "typed") return subjects.includes("other");
  const is = subjectKindOf(who);
  return is !== null && subjects.includes(is);
}
