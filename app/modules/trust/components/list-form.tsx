import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import type { AskByListInput } from "../input.ts";

/** The quick way: the kabupaten's list of officials, by the own name and phone and the number of the decree. */
export function ListForm({ name, reply }: { name: string; reply: FormReply | undefined }) {
  const [form, fields] = useForm<AskByListInput>({ id: "daftar", lastResult: reply });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <p className="max-w-text">
        Yang dicocokkan: nama Anda (<strong>{name}</strong>), nomor telepon akun Anda, dan nomor SK di bawah.
        Nama dan nomor telepon diubah di <a href="/kantor/akun">Akun saya</a>.
      </p>
      <TextField
        {...textProps(fields.nomor_sk)}
        label="Nomor SK pengangkatan Anda"
        hint="Misalnya 141/12/Pem/2024"
        required
      />
      <div>
        <Button icon="check">Cocokkan</Button>
      </div>
    </form>
  );
}
