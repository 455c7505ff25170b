import { describe, expect, it } from "vitest";
import { LEADERS, MATRIX, permissionsOf } from "#app/modules/accounts/permissions.ts";
import { accountFields } from "#app/modules/accounts/sealed-fields.ts";
import {
  exportFields,
  FIELD_GROUPS,
  groupPermission,
  listFields,
  mayRead,
  readableFields,
} from "#app/platform/privacy/field-groups.ts";
import { TOLD_POSITIONS } from "#app/platform/privacy/tell-unusual.ts";

const FIELDS = FIELD_GROUPS.map((group) => ({ field: `warga.${group}`, group }));
const namesOf = (fields: readonly { group: string }[]) => fields.map(({ group }) => group);
const everything = new Set<string>(Object.keys(MATRIX));

describe("groups of personal data", () => {
  it("each have a permission in the one matrix, but what is general and what nobody sees", () => {
    const named = FIELD_GROUPS.flatMap((group) => groupPermission(group) ?? []);
    expect(named.filter((permission) => !(permission in MATRIX))).toEqual([]);
    expect(namesOf(FIELDS.filter(({ group }) => groupPermission(group) === null))).toEqual([
      "general",
      "secret",
    ]);
  });

  it("stand in no list, whoever looks", () => {
    expect(namesOf(listFields(FIELDS))).toEqual(["general"]);
  });

  it("stand in no export unless asked for by name, and then only for who may see them", () => {
    expect(namesOf(exportFields(FIELDS, everything))).toEqual(["general"]);
    expect(namesOf(exportFields(FIELDS, everything, ["health", "contact"]))).toEqual([
      "general",
      "contact",
      "health",
    ]);
    expect(namesOf(exportFields(FIELDS, new Set(["data.contact"]), ["health", "contact"]))).toEqual([
      "general",
      "contact",
    ]);
  });

  it("never show a secret, not even to who holds every permission", () => {
    expect(mayRead(new Set([...everything, "data.secret", "data.general"]), "secret")).toBe(false);
    expect(namesOf(exportFields(FIELDS, everything, [...FIELD_GROUPS]))).not.toContain("secret");
    expect(namesOf(readableFields(FIELDS, everything))).not.toContain("secret");
  });

  it("open on a record's page for holders of their permission alone", () => {
    expect(namesOf(readableFields(FIELDS, permissionsOf(["kasi-kesejahteraan"], false)))).toEqual([
      "general",
      "health",
      "disability",
      "insurance",
      "children",
    ]);
    expect(namesOf(readableFields(FIELDS, permissionsOf(["ketua-rt"], false)))).toEqual(["general"]);
  });

  it("hold phones and e-mails of accounts as contact and their second factors as secret", () => {
    expect(Object.fromEntries(accountFields.map(({ field, group }) => [field, group]))).toMatchObject({
      "accounts.phone": "contact",
      "accounts.email": "contact",
      "accounts.totp": "secret",
      "invitations.phone": "contact",
    });
    expect(mayRead(permissionsOf([], true), "contact")).toBe(false);
  });
});

it("tells those who lead of unusual volume", () => {
  expect([...TOLD_POSITIONS]).toEqual([...LEADERS]);
});
