import { type FieldMeta, textProps } from "#app/ui/conform.ts";
import { FieldRow } from "#app/ui/form-layout.tsx";
import { DateField, TextField } from "#app/ui/text-fields.tsx";

/** Day and time of something, side by side. */
export function MomentRow({ day, time, label }: { day: FieldMeta; time: FieldMeta; label: string }) {
  return (
    <FieldRow>
      <DateField {...textProps(day)} label={`Tanggal ${label}`} required />
      <TextField {...textProps(time)} type="time" label="Jam" width="short" required />
    </FieldRow>
  );
}
