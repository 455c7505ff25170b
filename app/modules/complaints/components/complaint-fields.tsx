import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { type Option, Select } from "#app/ui/choice-fields.tsx";
import { type FieldMeta, secretProps, selectProps, textProps } from "#app/ui/conform.ts";
import { TextArea, TextField } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";
import { CATEGORIES } from "../complaint-rules.ts";

interface ComplaintFieldsProps {
  fields: Record<"kategori" | "judul" | "isi" | "dusun" | "berkas", FieldMeta>;
  hamlets: readonly Option[];
  reply: FormReply | undefined;
}

/** What a complaint is about, for each of its forms; the photo stands last. */
export function ComplaintFields({ fields, hamlets, reply }: ComplaintFieldsProps) {
  return (
    <>
      <Select
        {...selectProps(fields.kategori)}
        label="Tentang apa"
        placeholder="Pilih"
        options={CATEGORIES}
        required
      />
      <TextField {...textProps(fields.judul)} label="Pokok pengaduan" required autoComplete="off" />
      <TextArea
        {...textProps(fields.isi)}
        label="Apa yang terjadi"
        hint="Di mana, kapan, dan apa yang Anda harapkan."
        rows={6}
        required
      />
      {hamlets.length > 0 && (
        <Select
          {...selectProps(fields.dusun)}
          label="Di dusun mana"
          placeholder="Tidak tahu"
          options={hamlets}
        />
      )}
      <UploadField
        {...secretProps(fields.berkas)}
        label="Foto"
        hint="JPEG, PNG, atau WebP, paling besar 10 MB; letak dan data kamera di dalamnya dibuang."
        accept={acceptAttribute(["image"])}
        kept={keptFileOf(reply)}
      />
    </>
  );
}
