import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import type { Option } from "#app/ui/choice-fields.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PhotoForm } from "#app/ui/photo-form.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import type { SendInput } from "../input.ts";
import { ComplaintFields } from "./complaint-fields.tsx";

interface SenderFormProps {
  hamlets: readonly Option[];
  reply: FormReply | undefined;
  send: string;
}

/** A complaint by somebody who gives his name: on the public page, and at the counter. */
export function SenderForm({ hamlets, reply, send }: SenderFormProps) {
  const [form, fields] = useForm<SendInput>({ id: "pengaduan", lastResult: reply });
  return (
    <PhotoForm>
      <form {...formProps(form)} encType="multipart/form-data" className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <TextField {...textProps(fields.nama)} label="Nama" required autoComplete="name" />
        <TextField
          {...textProps(fields.telepon)}
          type="tel"
          label="Nomor telepon"
          hint="Dipakai bila petugas perlu bertanya."
          autoComplete="tel"
        />
        <ComplaintFields fields={fields} hamlets={hamlets} reply={reply} />
        <div>
          <Button icon="send">{send}</Button>
        </div>
      </form>
    </PhotoForm>
  );
}
