import type { FieldGroup } from "#app/platform/privacy/field-groups.ts";
import { formatDate } from "#app/ui/format.ts";
import type { CodedKey, ResidentField } from "./resident-fields.ts";

/** Groups whose numbers stand masked on a person's page until somebody who may asks for them. */
export const REVEALED_GROUPS = ["identity", "contact", "insurance"] as const;
export type RevealedGroup = (typeof REVEALED_GROUPS)[number];

/**
 * Permissions that it takes to see a field of a person in the clear: that of its group, and of a child's protected fields
 * that of children's data besides.
 */
export function neededFor(group: FieldGroup, isChild: boolean): string[] {
  if (group === "general") return [];
  return isChild && group !== "children" ? [`data.${group}`, "data.children"] : [`data.${group}`];
}

/** May somebody with these permissions see it? Secrets open for nobody. */
export function maySee(permissions: ReadonlySet<string>, group: FieldGroup, isChild: boolean): boolean {
  return group !== "secret" && neededFor(group, isChild).every((each) => permissions.has(each));
}

/** A value as people read it; null where there is none. @param labelOf what a code of the field means */
export function shownValue(
  { kind, key }: Pick<ResidentField, "kind" | "key">,
  value: string | number | null | undefined,
  labelOf: (key: CodedKey, code: number) => string | null,
): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (kind === "code") return labelOf(key as CodedKey, Number(value)) ?? `kode ${value}`;
  if (kind === "day") return formatDate(String(value));
  if (kind === "place") return String(value).replace(".", ",");
  return String(value);
}
