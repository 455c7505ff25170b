import type { ComponentPropsWithoutRef, ReactNode } from "react";
import {
  describedBy,
  Field,
  FieldErrors,
  type FieldFrame,
  FieldGroup,
  FieldHint,
  type FieldWidth,
} from "./field.tsx";

export type Option = { value: string; label: string; disabled?: boolean };
export type OptionGroup = { label: string; options: readonly Option[] };
export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

export type SelectProps = FieldFrame & {
  name: string;
  options: readonly (Option | OptionGroup)[];
  /** First, empty choice, e.g. `Pilih dusun`. */
  placeholder?: string;
  width?: FieldWidth;
} & Omit<ComponentPropsWithoutRef<"select">, "id" | "name" | "children" | "className" | "required">;

export function Select({ label, hint, errors, plain, options, placeholder, width, ...select }: SelectProps) {
  const { id, required } = select;
  return (
    <Field {...{ id, label, hint, errors, required, plain, width }}>
      <select {...select} {...describedBy({ id, hint, errors })} className="control">
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((item) =>
          "options" in item ? (
            <optgroup key={item.label} label={item.label}>
              {item.options.map(renderOption)}
            </optgroup>
          ) : (
            renderOption(item)
          ),
        )}
      </select>
    </Field>
  );
}

function renderOption({ value, label, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}

export type CheckboxProps = {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[];
  required?: boolean;
  value?: string;
  form?: string;
  defaultChecked?: boolean;
  disabled?: boolean;
};

/** One yes-or-no. Its label should be a whole sentence. */
export function Checkbox({ label, hint, errors, value = "on", ...input }: CheckboxProps) {
  const { id } = input;
  return (
    <div className="flex max-w-form flex-col gap-1">
      <FieldErrors id={id} errors={errors} />
      <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2.5">
        <input
          {...input}
          type="checkbox"
          value={value}
          className="tick"
          {...describedBy({ id, hint, errors })}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <div className="-mt-2 pl-8.5">
          <FieldHint id={id}>{hint}</FieldHint>
        </div>
      )}
    </div>
  );
}

export type ChoiceGroupProps = FieldFrame & {
  name: string;
  form?: string;
  choices: readonly Choice[];
  selected?: readonly string[];
  /** Two columns on a wide screen, for long lists of short choices. */
  columns?: 1 | 2;
};

export function CheckboxGroup(props: ChoiceGroupProps) {
  return <ChoiceGroup {...props} type="checkbox" />;
}

export function RadioGroup(props: ChoiceGroupProps) {
  return <ChoiceGroup {...props} type="radio" />;
}

function ChoiceGroup({
  type,
  name,
  form,
  choices,
  selected = [],
  columns = 1,
  ...frame
}: ChoiceGroupProps & { type: "checkbox" | "radio" }) {
  return (
    <FieldGroup {...frame}>
      <div
        className={columns === 2 ? "grid max-w-form md:grid-cols-2 md:gap-x-6" : "flex max-w-form flex-col"}
      >
        {choices.map(({ value, label, hint, disabled }) => {
          const id = `${frame.id}-${value}`;
          return (
            <label key={value} htmlFor={id} className="flex min-h-11 items-start gap-3 py-2.5">
              <input
                id={id}
                type={type}
                name={name}
                form={form}
                value={value}
                disabled={disabled}
                required={type === "radio" && frame.required}
                defaultChecked={selected.includes(value)}
                className="tick"
              />
              <span>
                {label}
                {hint && <span className="block text-sm text-ink-soft">{hint}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </FieldGroup>
  );
}
