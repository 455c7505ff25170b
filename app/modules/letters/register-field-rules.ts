import { type PersonOnPaper, STATUS } from "#app/modules/population/person-rules.ts";
import type { FieldValue } from "./content-rules.ts";
import type { LetterField } from "./kind-rules.ts";

const MALE = 1;
const FEMALE = 2;
const ROLE = { head: 1, husband: 2, wife: 3, child: 4 } as const;
/** To be written by hand, or filled in before the letter goes on. */
const UNKNOWN_RELATION = "................";

/** Sex of whoever may be picked for a field; null for either. */
export function sexOfField({ key }: Pick<LetterField, "key">): 1 | 2 | null {
  if (key === "ayah") return MALE;
  return key === "ibu" ? FEMALE : null;
}

/** Does a field ask for the day on which whom the letter is about has died? */
export function isDeathDay({ type, label }: Pick<LetterField, "type" | "label">): boolean {
  return type === "date" && /\bmeninggal\b/i.test(label);
}

/** The day on which somebody died, as the register has it. */
export function deathDayOf(person: Pick<PersonOnPaper, "status" | "statusSince"> | null): string | null {
  return person?.status === STATUS.dead ? person.statusSince : null;
}

/** Is a list one of relatives, whom a family card can fill in? */
export function isKinList({ type, columns }: Pick<LetterField, "type" | "columns">): boolean {
  const keys = (columns ?? []).map(({ key }) => key);
  return type === "list" && keys.includes("nama") && keys.includes("hubungan");
}

type Relative = Pick<PersonOnPaper, "sex" | "familyRole" | "familyRoleText" | "maritalText">;

/**
 * What somebody of a card is to whom a letter is about, where the card's relations to its head tell it for certain.
 * @param about null where the letter is about somebody outside the register; `card` where it is about the card itself
 */
export function relationTo(member: Relative, about: Relative | "card" | null): string {
  if (about === "card") return member.familyRoleText ?? UNKNOWN_RELATION;
  if (about === null) return UNKNOWN_RELATION;
  const [role, other] = [member.familyRole, about.familyRole];
  const asSpouse = member.sex === MALE ? "Suami" : "Istri";
  if (other === ROLE.head) {
    if (role !== ROLE.head) return member.familyRoleText ?? UNKNOWN_RELATION;
    // Who became head after a death: the widow or widower, where the register says so.
    const isWidowed = member.sex !== about.sex && /cerai mati/i.test(member.maritalText ?? "");
    return isWidowed ? asSpouse : UNKNOWN_RELATION;
  }
  if (other === ROLE.husband || other === ROLE.wife) {
    if (role === ROLE.head) return asSpouse;
    return role === ROLE.child ? "Anak" : UNKNOWN_RELATION;
  }
  if (other !== ROLE.child) return UNKNOWN_RELATION;
  if (role === ROLE.child) return "Saudara";
  const isParent = role === ROLE.head || role === ROLE.husband || role === ROLE.wife;
  return isParent ? (member.sex === MALE ? "Ayah" : "Ibu") : UNKNOWN_RELATION;
}

/** Typed rows of a list, whatever it holds. */
export function rowsOf(value: FieldValue | undefined): Record<string, string>[] {
  return Array.isArray(value) ? value : [];
}
