import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { NumberField, PasswordField, TextField } from "#app/ui/text-fields.tsx";
import { askExit } from "../ask-exit.server.ts";
import { AskExitInput } from "../input.ts";
import { EXIT_DAYS } from "../rules.ts";
import { DATA_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx }) => ({ slug: ctx.tenant.slug, name: ctx.tenant.name }));

export const action = officeAction(({ ctx, form }) =>
  submitForm(
    form,
    AskExitInput,
    async (input) => {
      const day = await askExit(ctx, input);
      return redirectWithFlash(ctx.config, "/kantor/data-desa", DATA_WORDS.exitAsked(day));
    },
    ["kata_sandi"],
  ),
);

export default function Exit() {
  const { slug, name } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<AskExitInput>({
    id: "keluar",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { tunggu: EXIT_DAYS.standard },
  });
  return (
    <>
      <title>Keluar dari Balai</title>
      <PageHeader
        title={`Hapus semua data Desa ${name}`}
        lead="Setelah waktu tunggu, semuanya dihapus dan tidak dapat dikembalikan oleh siapa pun."
        back={{ href: "/kantor/data-desa", label: "Data desa" }}
      />
      <Notice tone="warning" title="Yang dihapus">
        <ul className="list-disc pl-5">
          <li>basis data desa, semua berkas, semua cadangan, dan kunci datanya</li>
          <li>angka desa di perbandingan, dan alamat desa di Balai</li>
        </ul>
        <p>Yang tinggal hanya bukti penghapusan: nama dan kode desa, waktu, dan jumlah yang dihapus.</p>
      </Notice>
      <form {...formProps(form)} className="mt-6 flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <NumberField
          {...textProps(fields.tunggu)}
          label="Waktu tunggu (hari)"
          hint={`${EXIT_DAYS.least} sampai ${EXIT_DAYS.most} hari. Selama itu desa bekerja seperti biasa, dan Anda dapat membatalkannya.`}
          required
        />
        <TextField
          {...textProps(fields.alamat)}
          label="Nama alamat desa"
          hint={`Ketik ${slug} untuk memastikan bahwa desa ini yang dimaksud.`}
          required
          autoComplete="off"
        />
        <PasswordField
          {...secretProps(fields.kata_sandi)}
          label="Kata sandi akun Anda"
          required
          autoComplete="current-password"
        />
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button>Minta penghapusan</Button>
          <ButtonLink href="/kantor/data-desa" variant="quiet">
            Batal
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
