import { type FieldMeta, textProps } from "#app/ui/conform.ts";
import { FieldRow } from "#app/ui/form-layout.tsx";
import { DateField, TextField } from "#app/ui/text-fields.tsx";

interface TimeFieldsProps {
  fields: Record<"mulai" | "jam_mulai" | "selesai" | "jam_selesai", FieldMeta>;
}

/** From when until when. */
export function TimeFields({ fields }: TimeFieldsProps) {
  return (
    <>
      <FieldRow>
        <DateField {...textProps(fields.mulai)} label="Mulai tanggal" required />
        <TextField {...textProps(fields.jam_mulai)} label="Jam mulai" type="time" width="short" required />
      </FieldRow>
      <FieldRow>
        <DateField {...textProps(fields.selesai)} label="Selesai tanggal" required />
        <TextField
          {...textProps(fields.jam_selesai)}
          label="Jam selesai"
          type="time"
          width="short"
          required
        />
      </FieldRow>
    </>
  );
}
