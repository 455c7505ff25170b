/**
 * Kinds of personal data. Health, disability, ethnicity, insurance and children's data are specific data (UU 27/2022
 * Ps. 4) or as sensitive; identity is NIK and KK; secrets (passwords, second factors) are shown to nobody.
 */
export const FIELD_GROUPS = [
  "general",
  "identity",
  "contact",
  "health",
  "disability",
  "ethnicity",
  "insurance",
  "children",
  "secret",
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** Groups that a person may be given a permission for: `data.contact`. */
export type ProtectedGroup = Exclude<FieldGroup, "general" | "secret">;

/** What the rules below need to know of a field; sealed fields are such too. */
export interface GroupedField {
  /** `accounts.phone` */
  field: string;
  group: FieldGroup;
}

/** Permission without which a group's fields are not shown, or null where none opens or none is needed. */
export function groupPermission(group: FieldGroup): string | null {
  return group === "general" || group === "secret" ? null : `data.${group}`;
}

/** May somebody with these permissions see a field of the group in the clear? */
export function mayRead(permissions: ReadonlySet<string>, group: FieldGroup): boolean {
  if (group === "general") return true;
  const permission = groupPermission(group);
  return permission !== null && permissions.has(permission);
}

/** Fields that lists show: general ones alone, whoever looks. A protected field is opened one person at a time. */
export function listFields<Field extends GroupedField>(fields: readonly Field[]): Field[] {
  return fields.filter(({ group }) => group === "general");
}

/**
 * Fields that an export holds: general ones, and groups that were asked for by name and that the person may see.
 * @param asked groups ticked on the form; one that he may not see is left out, whatever was sent
 */
export function exportFields<Field extends GroupedField>(
  fields: readonly Field[],
  permissions: ReadonlySet<string>,
  asked: readonly FieldGroup[] = [],
): Field[] {
  return fields.filter(
    ({ group }) => group === "general" || (asked.includes(group) && mayRead(permissions, group)),
  );
}

/** Fields of one record that somebody may see on its page. */
export function readableFields<Field extends GroupedField>(
  fields: readonly Field[],
  permissions: ReadonlySet<string>,
): Field[] {
  return fields.filter(({ group }) => mayRead(permissions, group));
}
