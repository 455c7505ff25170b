import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { NoInput } from "../input.ts";
import { loadUndo } from "../load-undo.server.ts";
import { startUndoing } from "../start-undoing.server.ts";
import { IMPORT_WORDS, PAGE_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx, params }) => loadUndo(ctx, params.id ?? ""));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, NoInput, async () => {
    const id = params.id ?? "";
    await startUndoing(ctx, id);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/impor/${id}?ikuti=1`, IMPORT_WORDS.undoing);
  }),
);

export default function Undo() {
  const { id, fileName, state, bars, barCount } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const here = `/kantor/penduduk/impor/${id}`;
  const mayUndo = state === "applied" && barCount === 0;
  return (
    <>
      <title>Batalkan impor</title>
      <PageHeader
        title="Batalkan impor ini?"
        lead={PAGE_WORDS.undoLead}
        back={{ href: here, label: fileName }}
      />
      {barCount > 0 && (
        <>
          <Notice tone="warning" title={PAGE_WORDS.undoBarred(barCount)}>
            {PAGE_WORDS.undoBarredMend}
          </Notice>
          <DataTable
            caption="Yang mencegah pembatalan"
            rows={bars}
            rowKey={(row) => row.rowId}
            columns={[
              { key: "line", label: "Baris", render: (row) => row.line },
              {
                key: "name",
                label: "Nama",
                rowHeader: true,
                render: (row) => (
                  <a href={`/kantor/penduduk/${row.residentId}`}>{row.name ?? PAGE_WORDS.nameless}</a>
                ),
              },
              { key: "why", label: "Sebab", render: (row) => row.reason },
            ]}
          />
        </>
      )}
      <form method="post" id="batalkan">
        <ErrorSummary errors={replySummary(reply, "#batalkan")} />
        <SubmitKey />
        <FormActions>
          {mayUndo && <Button variant="danger">Batalkan seluruh impor</Button>}
          <ButtonLink variant="quiet" href={here}>
            Kembali
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
