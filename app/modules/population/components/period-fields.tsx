import { TextField } from "#app/ui/text-fields.tsx";

/** From which month to which. */
export function PeriodFields({ from, to }: { from: string; to: string }) {
  return (
    <>
      <TextField
        id="dari"
        name="dari"
        type="month"
        label="Dari bulan"
        hint="Tahun dan bulan, misalnya 2026-11."
        plain
        width="short"
        defaultValue={from.slice(0, 7)}
      />
      <TextField
        id="sampai"
        name="sampai"
        type="month"
        label="Sampai bulan"
        plain
        width="short"
        defaultValue={to.slice(0, 7)}
      />
    </>
  );
}
