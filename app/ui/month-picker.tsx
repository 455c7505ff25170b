import { type FieldFrame, FieldGroup } from "./field.tsx";
import { MONTHS, MONTHS_SHORT } from "./format.ts";

export type MonthPickerProps = FieldFrame & {
  name: string;
  form?: string;
  /** Months as texts `1` to `12`, as the form sends them. */
  selected?: readonly string[];
};

/** Twelve boxes Jan to Des; sends `name` once per month chosen, with the values `1` to `12`. */
export function MonthPicker({ name, form, selected = [], ...frame }: MonthPickerProps) {
  return (
    <FieldGroup {...frame}>
      <div className="grid max-w-form grid-cols-3 gap-2 sm:grid-cols-4 md:grid-cols-6">
        {MONTHS_SHORT.map((short, index) => {
          const value = String(index + 1);
          const id = `${frame.id}-${value}`;
          return (
            <label
              key={value}
              htmlFor={id}
              className="flex min-h-11 items-center gap-2 rounded-sm border border-line-strong px-2 has-checked:border-laut has-checked:bg-laut-soft has-checked:font-semibold"
            >
              <input
                id={id}
                type="checkbox"
                name={name}
                form={form}
                value={value}
                defaultChecked={selected.includes(value)}
                aria-label={MONTHS[index]}
                className="tick"
              />
              {short}
            </label>
          );
        })}
      </div>
    </FieldGroup>
  );
}
