import { describe, expect, it } from "vitest";
import { relationTo } from "#app/modules/letters/register-field-rules.ts";

const HEAD = { role: 1, text: "Kepala keluarga" };
const WIFE = { role: 3, text: "Istri" };
const CHILD = { role: 4, text: "Anak" };
const GRANDCHILD = { role: 6, text: "Cucu" };

const person = ({ role, text }: typeof HEAD, sex: 1 | 2, maritalText: string | null = null) => ({
  familyRole: role,
  familyRoleText: text,
  sex,
  maritalText,
});
const DOTS = /^\.+$/;

describe("what somebody of a card is to the one who died", () => {
  it.each([
    ["a head's wife", person(WIFE, 2), person(HEAD, 1), "Istri"],
    ["a head's child", person(CHILD, 1), person(HEAD, 1), "Anak"],
    ["a head's grandchild", person(GRANDCHILD, 1), person(HEAD, 1), "Cucu"],
    ["a head's widow who is head now", person(HEAD, 2, "Cerai Mati"), person(HEAD, 1), "Istri"],
    ["whoever else is head now", person(HEAD, 1, "Cerai Mati"), person(HEAD, 1), DOTS],
    ["a daughter who is head now", person(HEAD, 2, "Kawin"), person(HEAD, 1), DOTS],
    ["a wife's husband", person(HEAD, 1), person(WIFE, 2), "Suami"],
    ["a wife's child", person(CHILD, 2), person(WIFE, 2), "Anak"],
    ["a wife's grandchild or a stepchild's", person(GRANDCHILD, 2), person(WIFE, 2), DOTS],
    ["a child's father", person(HEAD, 1), person(CHILD, 1), "Ayah"],
    ["a child's mother", person(WIFE, 2), person(CHILD, 1), "Ibu"],
    ["a child's brother", person(CHILD, 1), person(CHILD, 2), "Saudara"],
    ["anybody to a grandchild", person(CHILD, 1), person(GRANDCHILD, 1), DOTS],
    ["anybody to somebody outside the register", person(WIFE, 2), null, DOTS],
    ["a member, where the card itself is meant", person(HEAD, 1), "card" as const, "Kepala keluarga"],
  ])("%s", (_what, member, about, relation) => {
    expect(relationTo(member, about)).toMatch(relation);
  });
});
