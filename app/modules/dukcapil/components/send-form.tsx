import { useForm } from "@conform-to/react";
import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, TextField } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";

interface SendProps {
  version: number;
  reply: FormReply | undefined;
}

const PHOTO_HINT = "Foto (JPEG, PNG, atau WebP) atau PDF, paling besar 10 MB.";

/** Who carried the batch, and the receipt that he brought back. */
export function SendForm({ version, today, reply }: SendProps & { today: string }) {
  const [form, fields] = useForm({
    id: "kirim",
    lastResult: reply,
    defaultValue: { tanggal: today, pembawa: "", nomor: "", berkas: "" },
  });
  return (
    <form {...formProps(form)} encType="multipart/form-data" className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <FormStack>
        <FieldRow>
          <DateField {...textProps(fields.tanggal)} label="Dikirim pada" required />
          <TextField {...textProps(fields.pembawa)} label="Dibawa oleh" autoComplete="off" required />
        </FieldRow>
        <TextField
          {...textProps(fields.nomor)}
          label="Nomor tanda terima"
          hint="Boleh menyusul."
          autoComplete="off"
        />
        <UploadField
          {...secretProps(fields.berkas)}
          label="Foto tanda terima"
          hint={PHOTO_HINT}
          accept={acceptAttribute(["image", "pdf"])}
          kept={keptFileOf(reply)}
        />
      </FormStack>
      <div>
        <Button name="maksud" value="kirim" icon="send">
          Catat pengiriman
        </Button>
      </div>
    </form>
  );
}

/** The receipt that came later. */
export function ReceiptForm({ version, reply }: SendProps) {
  const [form, fields] = useForm({
    id: "terima",
    lastResult: reply,
    defaultValue: { nomor: "", berkas: "" },
  });
  return (
    <form {...formProps(form)} encType="multipart/form-data" className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <FormStack>
        <TextField {...textProps(fields.nomor)} label="Nomor tanda terima" autoComplete="off" />
        <UploadField
          {...secretProps(fields.berkas)}
          label="Foto tanda terima"
          hint={PHOTO_HINT}
          accept={acceptAttribute(["image", "pdf"])}
          kept={keptFileOf(reply)}
        />
      </FormStack>
      <div>
        <Button name="maksud" value="terima" icon="check">
          Simpan tanda terima
        </Button>
      </div>
    </form>
  );
}
