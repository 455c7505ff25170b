import { useForm } from "@conform-to/react";
import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox, RadioGroup } from "#app/ui/choice-fields.tsx";
import {
  checkboxProps,
  choiceProps,
  formProps,
  secretProps,
  summaryErrors,
  textProps,
} from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { PhotoForm } from "#app/ui/photo-form.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";
import { POST_KINDS } from "../post-rules.ts";
import { POST_KIND_NAMES, POST_WORDS } from "../words.ts";

export interface PostDefaults {
  jenis: string;
  judul: string;
  isi: string;
  tampil_sampai: string;
  teks_foto: string;
  izin_foto: string;
}

interface PostFormProps {
  defaults: PostDefaults;
  reply: FormReply | undefined;
  /** Of a post that is changed. */
  version?: number;
  hasPhoto?: boolean;
  submitLabel: string;
}

/** A plain editor: a text by the small rules, one photo, and a look at it before it is stored. */
export function PostForm({ defaults, reply, version, hasPhoto, submitLabel }: PostFormProps) {
  const [form, fields] = useForm({
    id: "tulisan",
    lastResult: reply,
    defaultValue: { ...defaults, berkas: "", hapus_foto: "" },
  });
  return (
    <PhotoForm>
      <form {...formProps(form)} encType="multipart/form-data">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        {version !== undefined && <Hidden name="versi" value={String(version)} />}
        <FormStack>
          <RadioGroup
            {...choiceProps(fields.jenis)}
            label="Jenis"
            choices={POST_KINDS.map((kind) => ({ value: kind, label: POST_KIND_NAMES[kind] }))}
            columns={2}
            required
          />
          <TextField {...textProps(fields.judul)} label="Judul" width="form" required />
          <TextArea
            {...textProps(fields.isi)}
            label="Isi"
            hint={POST_WORDS.rules}
            rows={12}
            width="form"
            required
          />
          <DateField
            {...textProps(fields.tampil_sampai)}
            label="Di halaman depan sampai"
            hint="Untuk pengumuman. Sesudah hari itu pengumuman tetap ada di daftar berita."
          />
          <TextArea
            {...textProps(fields.teks_foto)}
            label="Yang tampak pada foto"
            hint="Dibacakan bagi orang yang tidak dapat melihat fotonya. Wajib bila ada foto."
            rows={2}
            width="form"
          />
          <Checkbox {...checkboxProps(fields.izin_foto)} label={POST_WORDS.consent} />
          {hasPhoto && <Checkbox {...checkboxProps(fields.hapus_foto)} label="Hapus foto yang sekarang" />}
          <UploadField
            {...secretProps(fields.berkas)}
            label={hasPhoto ? "Ganti foto" : "Foto"}
            hint="Foto (JPEG, PNG, atau WebP), paling besar 10 MB. Data lokasi di dalamnya dibuang."
            accept={acceptAttribute(["image"])}
            kept={keptFileOf(reply)}
          />
        </FormStack>
        <FormActions>
          <Button icon="check">{submitLabel}</Button>
          <Button variant="secondary" name="aksi" value="pratinjau">
            Lihat dahulu
          </Button>
        </FormActions>
      </form>
    </PhotoForm>
  );
}
