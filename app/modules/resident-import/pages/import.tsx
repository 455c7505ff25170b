import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, selectProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { AppliedImport } from "../components/applied-import.tsx";
import { CountTiles } from "../components/count-tiles.tsx";
import { StateBadge } from "../components/import-table.tsx";
import { WorkProgress } from "../components/work-progress.tsx";
import { ApplyInput } from "../input.ts";
import { loadImport } from "../load-import.server.ts";
import { startApplying } from "../start-applying.server.ts";
import { DROPPABLE_STATES } from "../state-rules.ts";
import { IMPORT_WORDS, PAGE_WORDS, SECOND_HEAD_CHOICES } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, url }) => ({
  ...(await loadImport(ctx, params.id ?? "")),
  isFollowed: url.searchParams.has("ikuti"),
}));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, ApplyInput, async (input) => {
    const id = params.id ?? "";
    await startApplying(ctx, id, input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/impor/${id}?ikuti=1`, IMPORT_WORDS.applying);
  }),
);

export default function Import() {
  const page = useLoaderData<typeof loader>();
  const here = `/kantor/penduduk/impor/${page.id}`;
  return (
    <>
      <title>{`Impor ${page.fileName}`}</title>
      <PageHeader
        title={page.fileName}
        lead={`Keadaan ${formatDate(page.asOf)}.`}
        back={{ href: "/kantor/penduduk/impor", label: "Impor penduduk" }}
        badge={<StateBadge state={page.state} />}
      />
      <div className="flex flex-col gap-6">
        {page.error && <Notice tone={page.state === "failed" ? "danger" : "warning"}>{page.error}</Notice>}
        {page.isWorking && <WorkProgress page={page} here={here} />}
        {page.state === "mapping" && (
          <Notice
            title="Tunjukkan isi tiap kolom"
            actions={<ButtonLink href={`${here}/kolom`}>Pilih kolom</ButtonLink>}
          >
            {PAGE_WORDS.mapping}
          </Notice>
        )}
        {page.state === "checked" && <Checked here={here} />}
        {page.state === "applied" && (
          <AppliedImport counts={page.counts} here={here} mayMend={page.mayMend} />
        )}
        {DROPPABLE_STATES.includes(page.state) && (
          <p>
            <a href={`${here}/buang`} className="inline-flex min-h-11 items-center">
              Buang impor ini
            </a>
          </p>
        )}
      </div>
    </>
  );
}

function Checked({ here }: { here: string }) {
  const page = useLoaderData<typeof loader>();
  const { counts, format } = page;
  const [form, fields] = useForm<ApplyInput>({
    id: "terapkan",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <p className="max-w-text">{PAGE_WORDS.checked}</p>
      <CountTiles counts={counts} here={here} />
      {counts.refused > 0 && (
        <Notice
          tone="warning"
          title={PAGE_WORDS.refused(counts.refused)}
          actions={
            page.mayMend && (
              <ButtonLink href={`${here}/perbaikan.xlsx`} icon="download">
                Unduh lembar perbaikan
              </ButtonLink>
            )
          }
        >
          {page.mayMend ? PAGE_WORDS.refusedMend : PAGE_WORDS.refusedElse}
        </Notice>
      )}
      {counts.changed > 0 && (
        <Notice
          title={PAGE_WORDS.changed(counts.changed)}
          actions={<ButtonLink href={`${here}/perubahan`}>Lihat dan pilih perubahannya</ButtonLink>}
        >
          {PAGE_WORDS.changedLead}
        </Notice>
      )}
      {counts.changed + counts.unchanged > 0 && page.withheld.length > 0 && (
        <Notice title={PAGE_WORDS.withheldTitle}>{PAGE_WORDS.withheld(page.withheld)}</Notice>
      )}
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        {counts.secondHeads > 0 && (
          <Select
            {...selectProps(fields.kepala_kedua)}
            label={PAGE_WORDS.secondHeads(counts.secondHeads)}
            hint={PAGE_WORDS.secondHeadsHint}
            required
            placeholder="Pilih"
            options={SECOND_HEAD_CHOICES}
          />
        )}
        <FormActions>
          {counts.new + counts.changed > 0 && <Button>{PAGE_WORDS.apply(counts.new, counts.changed)}</Button>}
          {format === "sheet" && (
            <ButtonLink variant="quiet" href={`${here}/kolom`}>
              Ubah kolom
            </ButtonLink>
          )}
        </FormActions>
      </form>
    </>
  );
}
