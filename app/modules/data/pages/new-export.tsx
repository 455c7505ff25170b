import { useForm } from "@conform-to/react";
import { useActionData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { PasswordField } from "#app/ui/text-fields.tsx";
import { StartExportInput } from "../input.ts";
import { startExport } from "../start-export.server.ts";
import { DATA_WORDS } from "../words.ts";

export const action = officeAction(({ ctx, form }) =>
  submitForm(
    form,
    StartExportInput,
    async (input) => {
      await startExport(ctx, input);
      return redirectWithFlash(ctx.config, "/kantor/data-desa", DATA_WORDS.exportStarted);
    },
    ["frasa", "ulangi", "kata_sandi"],
  ),
);

export default function NewExport() {
  const [form, fields] = useForm<StartExportInput>({
    id: "ekspor",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Buat ekspor</title>
      <PageHeader
        title="Buat ekspor lengkap"
        lead="Berkasnya hanya terbuka dengan frasa sandi di bawah. Balai tidak menyimpannya: bila lupa, buat ekspor baru."
        back={{ href: "/kantor/data-desa", label: "Data desa" }}
      />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <PasswordField
          {...secretProps(fields.frasa)}
          label="Frasa sandi untuk berkas ini"
          hint="Empat kata atau lebih yang tidak berhubungan, paling sedikit 16 huruf. Tulis di kertas dan simpan terkunci."
          required
          autoComplete="new-password"
        />
        <PasswordField
          {...secretProps(fields.ulangi)}
          label="Ulangi frasa sandi"
          required
          autoComplete="new-password"
        />
        <PasswordField
          {...secretProps(fields.kata_sandi)}
          label="Kata sandi akun Anda"
          hint="Supaya pasti bahwa Anda sendiri yang meminta."
          required
          autoComplete="current-password"
        />
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button>Buat ekspor</Button>
          <ButtonLink href="/kantor/data-desa" variant="quiet">
            Batal
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
