import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { StatGrid, StatTile } from "#app/ui/card.tsx";
import { formProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { applyBudgetImport } from "../apply-budget-import.server.ts";
import { isCivilDate } from "../calendar-rules.ts";
import { SheetDayForm } from "../components/sheet-day-form.tsx";
import { SheetRows } from "../components/sheet-rows.tsx";
import { formatRupiah } from "../format-rules.ts";
import { usualSheetDay } from "../import-day-rules.ts";
import { ApplyImportInput } from "../import-input.ts";
import { isUsable } from "../import-mapping-rules.ts";
import { checkRows, importChanges, importTotals, readSheetRows } from "../import-rules.ts";
import { IMPORT_WORDS } from "../import-words.ts";
import { loadBudgetImport } from "../load-budget-import.server.ts";
import { idParam, yearParam } from "../params.ts";
import { todayOf } from "../running-queries.server.ts";

export const loader = officeLoader(async ({ ctx, params, url }) => {
  const year = yearParam(params);
  const id = idParam(params);
  const written = url.searchParams.get("per") ?? "";
  const isWrong = written !== "" && !isCivilDate(written);
  const day = isCivilDate(written) ? written : usualSheetDay({ year, today: todayOf(ctx) });
  const { found, mapping, targets } = await loadBudgetImport(ctx, year, id, day);
  if (!mapping || !isUsable(mapping)) throw seeOther(`/kantor/program-kerja/${year}/impor/${id}`);
  const sheet = readSheetRows(found.rows, mapping);
  const rows = checkRows(sheet.rows, targets);
  return {
    year,
    id,
    day,
    typed: isWrong ? written : day,
    dayErrors: isWrong ? [IMPORT_WORDS.dayUnknown(formatDate(day))] : undefined,
    fileName: found.fileName,
    isApplied: found.state === "applied",
    rows: rows.filter((row) => row.state !== "unknown"),
    unknown: rows.filter((row) => row.state === "unknown"),
    ignoredCount: sheet.ignoredCount,
    totals: importTotals(rows),
    changeCount: importChanges(rows).length,
  };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, ApplyImportInput, async (input) => {
    const year = yearParam(params);
    const { changedCount } = await applyBudgetImport(ctx, year, idParam(params), input);
    return redirectWithFlash(
      ctx.config,
      `/kantor/program-kerja/${year}/impor`,
      IMPORT_WORDS.done(changedCount),
    );
  }),
);

export default function ImportCheck() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<ApplyImportInput>({ id: "terapkan", lastResult: reply });
  const here = `/kantor/program-kerja/${page.year}/impor`;
  return (
    <>
      <title>Periksa impor</title>
      <PageHeader
        title="Periksa impor"
        lead={`${page.fileName}. Belum ada yang berubah sebelum Anda menerapkannya.`}
        back={{ href: here, label: "Impor anggaran dan belanja" }}
        actions={
          !page.isApplied && (
            <ButtonLink icon="edit" href={`${here}/${page.id}`}>
              Ubah kolom
            </ButtonLink>
          )
        }
      />
      <div className="flex flex-col gap-6">
        {page.isApplied && <Notice tone="success">{IMPORT_WORDS.applied}</Notice>}
        {!page.isApplied && (
          <SheetDayForm year={page.year} day={page.typed} errors={page.dayErrors ?? fields.tanggal.errors} />
        )}
        <StatGrid>
          <StatTile label="Baris yang dipakai" value={page.totals.rowCount} />
          <StatTile label="Kegiatan yang berubah" value={page.changeCount} />
          <StatTile label="Anggaran di lembar" value={formatRupiah(page.totals.budget)} />
          <StatTile label="Realisasi di lembar" value={formatRupiah(page.totals.realised)} />
        </StatGrid>
        <form {...formProps(form)} className="flex flex-col gap-5">
          <ErrorSummary errors={summaryErrors(form)} />
          <SubmitKey />
          <Hidden name="tanggal" value={page.day} />
          <SheetRows
            rows={page.rows}
            unknown={page.unknown}
            ignoredCount={page.ignoredCount}
            canChoose={!page.isApplied}
            sent={reply?.initialValue}
            errors={form.allErrors}
          />
          {!page.isApplied && (
            <FormActions>
              <Button>{`Terapkan keadaan ${formatDate(page.day)}`}</Button>
              <ButtonLink variant="quiet" href={here}>
                Batal
              </ButtonLink>
            </FormActions>
          )}
        </form>
      </div>
    </>
  );
}
