import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { ColumnChoice } from "../components/column-choice.tsx";
import { PersonChanges } from "../components/person-changes.tsx";
import { KeepColumnInput, KeepInput } from "../input.ts";
import { keepColumn, keepFields } from "../keep-fields.server.ts";
import { listChanges } from "../list-changes.server.ts";
import { IMPORT_WORDS, PAGE_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, url }) => {
  const after = Number.parseInt(url.searchParams.get("setelah") ?? "0", 10);
  const { found, ...list } = await listChanges(ctx, params.id ?? "", Number.isSafeInteger(after) ? after : 0);
  return { ...list, id: found.id, fileName: found.fileName, canChoose: found.state === "checked" };
});

/** Two forms: the ticks of this page, or one column for everybody. */
export const action = officeAction(async ({ ctx, form, params, url }) => {
  const id = params.id ?? "";
  const after = url.searchParams.get("setelah");
  const here = `/kantor/penduduk/impor/${id}/perubahan${after && /^\d{1,7}$/.test(after) ? `?setelah=${after}` : ""}`;
  const done = () => redirectWithFlash(ctx.config, here, IMPORT_WORDS.kept);
  if (form.has("kolom"))
    return submitForm(form, KeepColumnInput, async (input) => {
      await keepColumn(ctx, id, input);
      return done();
    });
  return submitForm(form, KeepInput, async (input) => {
    await keepFields(ctx, id, input);
    return done();
  });
});

export default function Changes() {
  const { id, fileName, people, next, canChoose } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const here = `/kantor/penduduk/impor/${id}`;
  return (
    <>
      <title>{`Perubahan dari ${fileName}`}</title>
      <PageHeader
        title="Perubahan orang yang sudah ada"
        lead={PAGE_WORDS.changesLead}
        back={{ href: here, label: fileName }}
      />
      <ErrorSummary errors={replySummary(reply, "#perubahan")} />
      {people.length === 0 ? (
        <EmptyState title="Tidak ada perubahan">{PAGE_WORDS.noChanges}</EmptyState>
      ) : (
        <div className="flex flex-col gap-6">
          {canChoose && <ColumnChoice people={people} />}
          <form method="post" id="perubahan" className="flex flex-col gap-5">
            <SubmitKey />
            {people.map((person) => (
              <PersonChanges key={person.line} person={person} canChoose={canChoose} />
            ))}
            {canChoose && (
              <FormActions>
                <Button>Simpan pilihan di halaman ini</Button>
              </FormActions>
            )}
          </form>
        </div>
      )}
      <Pagination nextHref={next === null ? undefined : `${here}/perubahan?setelah=${next}`} />
    </>
  );
}
