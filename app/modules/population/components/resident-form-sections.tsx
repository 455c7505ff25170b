import { Disclosure } from "#app/ui/card.tsx";
import type { FieldMeta } from "#app/ui/conform.ts";
import { FormStack } from "#app/ui/form-layout.tsx";
import { fieldOf } from "../resident-fields.ts";
import { SECTIONS } from "../sections.ts";
import { ResidentFieldInput } from "./resident-field.tsx";

interface Props {
  /** Fields of the form by their names. */
  fields: Record<string, FieldMeta | undefined>;
  /** Keys that this official may fill in. */
  allowed: readonly string[];
  /** Recorded numbers with stars, by key. */
  masked?: Record<string, string | null>;
}

/** All that the register holds of a person: the first part open, the others folded unless something is in them to mend. */
export function ResidentFormSections({ fields, allowed, masked = {} }: Props) {
  return SECTIONS.map(({ key, title, fields: keys }, order) => {
    const shown = keys.filter((each) => allowed.includes(each)).map(fieldOf);
    if (shown.length === 0) return null;
    const inputs = shown.flatMap((field) => {
      const meta = fields[field.form];
      return meta
        ? [
            <ResidentFieldInput
              key={field.key}
              field={field}
              meta={meta}
              masked={masked[field.key] ?? null}
            />,
          ]
        : [];
    });
    const hasErrors = shown.some(({ form }) => fields[form]?.errors?.length);
    return order === 0 ? (
      <FormStack key={key}>{inputs}</FormStack>
    ) : (
      <Disclosure key={key} summary={title} open={hasErrors}>
        <FormStack>{inputs}</FormStack>
      </Disclosure>
    );
  });
}
