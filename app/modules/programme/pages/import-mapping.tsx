import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { NumberField } from "#app/ui/text-fields.tsx";
import { SheetPreview } from "../components/sheet-preview.tsx";
import { BudgetColumnsInput } from "../import-input.ts";
import { columnChoices, previewRows } from "../import-preview-rules.ts";
import { IMPORT_WORDS, SHEET_FIELD_NAMES } from "../import-words.ts";
import { loadBudgetImport } from "../load-budget-import.server.ts";
import { mapBudgetColumns } from "../map-budget-columns.server.ts";
import { idParam, yearParam } from "../params.ts";
import { todayOf } from "../running-queries.server.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const year = yearParam(params);
  const { found, mapping } = await loadBudgetImport(ctx, year, idParam(params), todayOf(ctx));
  const text = (column: number | null | undefined) =>
    column === null || column === undefined ? "" : String(column);
  return {
    year,
    fileName: found.fileName,
    choices: columnChoices(found.rows, mapping?.header ?? null),
    preview: previewRows(found.rows, mapping?.header ?? null),
    chosen: {
      kode: text(mapping?.code),
      nama: text(mapping?.name),
      anggaran: text(mapping?.budget),
      realisasi: text(mapping?.realised),
      baris_judul: typeof mapping?.header === "number" ? String(mapping.header + 1) : "",
    },
  };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, BudgetColumnsInput, async (input) => {
    const year = yearParam(params);
    const { id } = await mapBudgetColumns(ctx, year, idParam(params), input);
    const to = `/kantor/program-kerja/${year}/impor/${id}/periksa`;
    return redirectWithFlash(ctx.config, to, IMPORT_WORDS.mapped);
  }),
);

export default function ImportMapping() {
  const { year, fileName, choices, preview, chosen } = useLoaderData<typeof loader>();
  const [form, fields] = useForm({
    id: "petakan",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: chosen,
  });
  const select = (name: "kode" | "nama" | "anggaran" | "realisasi", label: string, required = false) => (
    <Select
      {...selectProps(fields[name])}
      label={label}
      required={required}
      placeholder="Tidak ada"
      options={choices}
    />
  );
  return (
    <>
      <title>Kolom lembar</title>
      <PageHeader
        title="Kolom lembar"
        lead={`Tunjukkan isi tiap kolom ${fileName}. Pilihan ini diingat untuk lembar berikutnya.`}
        back={{ href: `/kantor/program-kerja/${year}/impor`, label: "Impor anggaran dan belanja" }}
      />
      <div className="flex flex-col gap-8">
        <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
          <ErrorSummary errors={summaryErrors(form)} />
          <SubmitKey />
          <NumberField
            {...textProps(fields.baris_judul)}
            label="Nomor baris judul"
            hint="Baris yang berisi nama kolom. Kosongkan bila tidak ada."
          />
          {select("kode", SHEET_FIELD_NAMES.code, true)}
          {select("nama", SHEET_FIELD_NAMES.name)}
          {select("anggaran", SHEET_FIELD_NAMES.budget)}
          {select("realisasi", SHEET_FIELD_NAMES.realised)}
          <Button iconEnd="arrow-right">Periksa isinya</Button>
        </form>
        <SheetPreview rows={preview} />
      </div>
    </>
  );
}
