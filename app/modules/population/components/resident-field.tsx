import { Select } from "#app/ui/choice-fields.tsx";
import { type FieldMeta, selectProps, textProps } from "#app/ui/conform.ts";
import { DateField, NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { CODE_LISTS, ETHNICITY_HINTS } from "../code-lists.ts";
import type { CodedKey, ResidentField } from "../resident-fields.ts";
import { FORM_WORDS } from "../words.ts";

interface Props {
  field: ResidentField;
  meta: FieldMeta;
  /** Of a protected field that is recorded: the number with stars. */
  masked?: string | null;
}

const DIGITS = new Set(["nik", "fatherNik", "motherNik", "phone"]);
const NEEDED = new Set(["name", "sex"]);

/** One field of a person, by what it holds. */
export function ResidentFieldInput({ field, meta, masked = null }: Props) {
  const { key, kind, label, most } = field;
  const required = NEEDED.has(key) || undefined;
  const common = { label, required, width: "form" as const };
  if (kind === "code")
    return (
      <Select {...selectProps(meta)} {...common} placeholder="Pilih" options={optionsOf(key as CodedKey)} />
    );
  if (kind === "day") return <DateField {...textProps(meta)} label={label} required={required} />;
  if (kind === "place") return <NumberField {...textProps(meta)} label={label} decimal maxLength={20} />;
  if (key === "note") return <TextArea {...textProps(meta)} {...common} rows={3} maxLength={most} />;
  if (kind === "sealed")
    return (
      <TextField
        {...textProps(meta)}
        {...common}
        hint={FORM_WORDS.sealedHint(masked)}
        inputMode={DIGITS.has(key) ? "numeric" : undefined}
        autoComplete="off"
        maxLength={most}
      />
    );
  return (
    <>
      <TextField
        {...textProps(meta)}
        {...common}
        autoComplete="off"
        maxLength={most}
        list={key === "ethnicity" ? "suku-suku" : undefined}
      />
      {key === "ethnicity" && (
        <datalist id="suku-suku">
          {ETHNICITY_HINTS.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Choices of a coded field. */
export function optionsOf(key: CodedKey) {
  return CODE_LISTS[key].codes.map(({ code, label }) => ({ value: String(code), label }));
}
