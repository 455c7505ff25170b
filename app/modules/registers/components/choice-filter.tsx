import { FilterBar } from "#app/ui/filter-bar.tsx";
import { DateField, TextField } from "#app/ui/text-fields.tsx";
import type { Choice, Register } from "../register-rules.ts";

/** For which day, or which month. */
export function ChoiceFilter({
  register,
  choice,
  resetHref,
}: {
  register: Pick<Register, "choice">;
  choice: Choice;
  resetHref?: string;
}) {
  return (
    <FilterBar resetHref={resetHref}>
      {register.choice === "day" ? (
        <DateField id="tanggal" name="tanggal" label="Keadaan tanggal" defaultValue={choice.to} plain />
      ) : (
        <TextField
          id="bulan"
          name="bulan"
          type="month"
          label="Bulan"
          hint="Tahun dan bulan, misalnya 2026-11."
          defaultValue={choice.to.slice(0, 7)}
          plain
          width="short"
        />
      )}
    </FilterBar>
  );
}
