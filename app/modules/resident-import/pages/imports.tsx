import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { formProps, secretProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, FileField } from "#app/ui/text-fields.tsx";
import { ImportTable } from "../components/import-table.tsx";
import { StartImportInput } from "../input.ts";
import { loadImports } from "../load-import.server.ts";
import { startImport } from "../start-import.server.ts";
import { IMPORT_WORDS, START_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx }) => {
  const { imports, openId } = await loadImports(ctx);
  const zone = ctx.tenant.timeZone;
  return {
    openId,
    today: dayIn(zone, ctx.now),
    imports: imports.map((each) => ({ ...each, sentAt: formatDateTime(new Date(each.createdAt), zone) })),
  };
});

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, StartImportInput, async (input) => {
    const { id } = await startImport(ctx, input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/impor/${id}?ikuti=1`, IMPORT_WORDS.started);
  }),
);

export default function Imports() {
  const { imports, openId } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Impor penduduk</title>
      <PageHeader
        title="Impor penduduk"
        lead={START_WORDS.lead}
        back={{ href: "/kantor/penduduk", label: "Penduduk" }}
      />
      <div className="flex flex-col gap-8">
        {openId ? <OpenAlready id={openId} /> : <UploadForm />}
        <ImportTable imports={imports} />
      </div>
    </>
  );
}

function OpenAlready({ id }: { id: string }) {
  return (
    <Notice
      title="Ada impor yang belum selesai"
      actions={<ButtonLink href={`/kantor/penduduk/impor/${id}`}>Lanjutkan impor itu</ButtonLink>}
    >
      {IMPORT_WORDS.openAlready}
    </Notice>
  );
}

function UploadForm() {
  const { today } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<StartImportInput>({
    id: "kirim",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { tanggal: today },
  });
  return (
    <form {...formProps(form)} encType="multipart/form-data" className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <DateField
        {...textProps(fields.tanggal)}
        label="Tanggal keadaan data"
        hint={START_WORDS.asOfHint}
        required
      />
      <FileField
        {...secretProps(fields.berkas)}
        label="Berkas data penduduk"
        hint={START_WORDS.fileHint}
        required
        accept=".xlsx,.xlsm,.csv,.sid,.json,.zip,.txt"
      />
      <Disclosure summary="Berkas apa yang dapat dikirim?">
        <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
          {START_WORDS.accepted.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Disclosure>
      <Button icon="upload">Kirim dan periksa</Button>
    </form>
  );
}
