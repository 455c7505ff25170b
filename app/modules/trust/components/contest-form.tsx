import { useForm } from "@conform-to/react";
import { POSITIONS } from "#app/modules/accounts/permissions.ts";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, secretProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { FileField, NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import type { ContestInput } from "../input.ts";
import { LETTER_RULES } from "../letter-rules.ts";

const CHOICES = POSITIONS.map((value) => ({ value, label: positionTitle(value) }));

/** Who contests a village, on what he rests it, and his letter. */
export function ContestForm({ code, reply }: { code: string; reply: FormReply | undefined }) {
  const [form, fields] = useForm<ContestInput>({
    id: "sanggah",
    lastResult: reply,
    defaultValue: { kode_desa: code },
  });
  return (
    <form {...formProps(form)} encType="multipart/form-data" className="max-w-form">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <FormStack>
        <NumberField {...textProps(fields.kode_desa)} label="Kode desa" required />
        <TextField
          {...textProps(fields.nama)}
          label="Nama Anda"
          hint="Seperti pada surat keputusan pengangkatan."
          autoComplete="name"
          required
        />
        <Select
          {...selectProps(fields.jabatan)}
          label="Jabatan Anda"
          placeholder="Pilih jabatan"
          options={CHOICES}
          required
        />
        <TextField
          {...textProps(fields.telepon)}
          label="Nomor telepon"
          hint="Pemeriksa menghubungi nomor ini. Pendaftar desa tidak melihatnya."
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          required
        />
        <TextField
          {...textProps(fields.nomor_sk)}
          label="Nomor SK pengangkatan Anda"
          hint="Misalnya 141/12/Pem/2024"
          required
        />
        <TextArea
          {...textProps(fields.pernyataan)}
          label="Pernyataan"
          hint="Tulis mengapa pendaftaran itu tidak benar. Pendaftar desa membacanya dan boleh menjawab."
          rows={6}
          required
        />
        <FileField
          {...secretProps(fields.berkas)}
          label="Foto atau PDF surat dari Camat atau kabupaten"
          hint="JPEG, PNG, WebP, atau PDF, paling besar 10 MB. Tanda tangan dan stempelnya harus terbaca."
          accept={acceptAttribute(LETTER_RULES.accept)}
          required
        />
      </FormStack>
      <FormActions>
        <Button icon="send">Kirim sanggahan</Button>
      </FormActions>
    </form>
  );
}
