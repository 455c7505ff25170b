import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { ColumnChoice } from "../components/column-choice.tsx";
import { yearParam } from "../params.ts";
import { chooseColumns } from "../report-column-rules.ts";
import { ReportColumnsInput } from "../report-input.ts";
import { columnKeys } from "../report-order-rules.ts";
import { columnsSetting } from "../report-statements.server.ts";
import { REPORT_PAGE_WORDS } from "../report-words.ts";
import { saveReportColumns } from "../save-report-columns.server.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { setting } = await readTogether(ctx.db, { setting: columnsSetting(ctx) });
  return { year: yearParam(params), chosen: chooseColumns(columnKeys(setting)) };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, ReportColumnsInput, async (input) => {
    await saveReportColumns(ctx, input);
    const to = `/kantor/program-kerja/${yearParam(params)}/laporan`;
    return redirectWithFlash(ctx.config, to, REPORT_PAGE_WORDS.columnsSaved);
  }),
);

export default function ReportColumns() {
  const { year, chosen } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<ReportColumnsInput>({ id: "kolom", lastResult: reply });
  const back = `/kantor/program-kerja/${year}/laporan`;
  return (
    <>
      <title>Kolom laporan</title>
      <PageHeader
        title="Kolom laporan"
        lead="Centang kolom yang ikut dicetak. Angka menentukan urutannya dari kiri; yang kosong menyusul di belakang."
        back={{ href: back, label: `Laporan ${year}` }}
      />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <ColumnChoice
          chosen={chosen}
          sent={reply?.initialValue}
          field={fields.kolom}
          errors={form.allErrors}
        />
        <FormActions>
          <Button>Simpan susunan</Button>
          <ButtonLink variant="quiet" href={back}>
            Batal
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
