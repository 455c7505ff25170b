import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { acceptAttribute, acceptedWords } from "#app/platform/files/accepted-kinds.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { baseProps, formProps, summaryErrors } from "#app/ui/conform.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { FileField } from "#app/ui/text-fields.tsx";
import { BudgetSheetInput } from "../import-input.ts";
import { IMPORT_WORDS } from "../import-words.ts";
import { loadImports } from "../load-budget-import.server.ts";
import { yearParam } from "../params.ts";
import { readBudgetSheet } from "../read-budget-sheet.server.ts";
import { acceptsUpdates } from "../rules.ts";
import { todayOf } from "../running-queries.server.ts";
import { effectiveState } from "../running-rules.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { programme, imports } = await loadImports(ctx, yearParam(params));
  const at = (instant: string | null) =>
    instant ? formatDateTime(new Date(instant), ctx.tenant.timeZone) : null;
  return {
    year: programme.year,
    isOpen: acceptsUpdates(effectiveState(programme, todayOf(ctx))),
    imports: imports.map((row) => ({ ...row, createdAt: at(row.createdAt), appliedAt: at(row.appliedAt) })),
  };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, BudgetSheetInput, async (input) => {
    const year = yearParam(params);
    const { id, isMapped } = await readBudgetSheet(ctx, year, input);
    const here = `/kantor/program-kerja/${year}/impor/${id}`;
    return redirectWithFlash(
      ctx.config,
      isMapped ? `${here}/periksa` : here,
      isMapped ? IMPORT_WORDS.readAndMapped : IMPORT_WORDS.read,
    );
  }),
);

export default function Import() {
  const { year, isOpen, imports } = useLoaderData<typeof loader>();
  const here = `/kantor/program-kerja/${year}`;
  return (
    <>
      <title>{`Impor anggaran dan belanja ${year}`}</title>
      <PageHeader
        title="Impor anggaran dan belanja"
        lead={`Dari lembar Siskeudes ke kegiatan program kerja ${year}, menurut kode kegiatan APB Desa.`}
        back={{ href: `${here}/laporan`, label: `Laporan ${year}` }}
      />
      <div className="flex flex-col gap-8">
        {isOpen ? <UploadForm /> : <Notice>{IMPORT_WORDS.notRunning}</Notice>}
        <DataTable
          caption="Impor terakhir"
          rows={imports}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "file",
              label: "Berkas",
              rowHeader: true,
              render: (row) => <a href={`${here}/impor/${row.id}/periksa`}>{row.fileName}</a>,
            },
            { key: "at", label: "Diunggah", render: (row) => row.createdAt },
            { key: "state", label: "Keadaan", render: (row) => <ImportState appliedAt={row.appliedAt} /> },
          ]}
          empty={<EmptyState title="Belum ada impor">{IMPORT_WORDS.none}</EmptyState>}
        />
      </div>
    </>
  );
}

function ImportState({ appliedAt }: { appliedAt: string | null }) {
  if (!appliedAt) return <StatusBadge tone="waiting">Belum diterapkan</StatusBadge>;
  return <StatusBadge tone="good">{`Diterapkan ${appliedAt}`}</StatusBadge>;
}

function UploadForm() {
  const [form, fields] = useForm<BudgetSheetInput>({
    id: "impor",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <form {...formProps(form)} encType="multipart/form-data" className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <FileField
        {...baseProps(fields.berkas)}
        label="Lembar anggaran dan realisasi"
        hint={`Berkas ${acceptedWords(["sheet"])}, paling besar 10 MB. Lembar pertama yang dibaca. Belum ada yang berubah sampai Anda menerapkannya.`}
        required
        accept={acceptAttribute(["sheet"])}
      />
      <Button icon="upload">Unggah dan periksa</Button>
    </form>
  );
}
