import { useActionData, useLoaderData } from "react-router";
import { personReading } from "#app/modules/population/read-person.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { Button } from "#app/ui/button.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { MakeFormInput } from "../input.ts";
import { makeForm } from "../make-form.server.ts";
import { idParam } from "../params.ts";
import { SHEETS } from "../sheet-fields.ts";
import { FORM_WORDS } from "../words.ts";

const BASE = "/kantor/dukcapil";

export const loader = officeLoader(async ({ ctx, params }) => {
  requirePermission(ctx, "dukcapil.write");
  const { person } = await readTogether(ctx.db, { person: personReading(ctx, idParam(params)) });
  const found = await person;
  if (!found) throw new NotFoundError();
  const sheets = SHEETS.filter((sheet, at) => SHEETS.findLastIndex(({ key }) => key === sheet.key) === at);
  return {
    name: found.name,
    areaText: found.areaText,
    sheets: sheets.map(({ key, form, title, purpose }) => ({ key, form, title, purpose })),
  };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, MakeFormInput, async ({ lembar }) => {
    const { id, isNew } = await makeForm(ctx, idParam(params), lembar);
    const to = isNew ? `${BASE}/${id}/isi` : `${BASE}/${id}`;
    return redirectWithFlash(ctx.config, to, isNew ? FORM_WORDS.made : FORM_WORDS.exists);
  }),
);

export default function NewFor() {
  const { name, areaText, sheets } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>Pilih lembar data</title>
      <PageHeader
        title={`Lembar data untuk ${name}`}
        lead={areaText}
        back={{ href: `${BASE}/baru`, label: "Cari orang lain" }}
      />
      <ErrorSummary errors={replySummary(reply, "#pilihan")} />
      <form method="post" id="pilihan">
        <SubmitKey />
        <ul className="flex max-w-text flex-col gap-4">
          {sheets.map(({ key, form, title, purpose }) => (
            <li
              key={key}
              className="flex flex-wrap items-center justify-between gap-3 border-line border-b pb-4"
            >
              <div className="min-w-0 flex-1 basis-56">
                <p className="font-semibold">{`${form} ${title}`}</p>
                <p className="text-ink-soft">{purpose}</p>
              </div>
              <Button name="lembar" value={key} variant="secondary">
                {`Buat ${form}`}
              </Button>
            </li>
          ))}
        </ul>
      </form>
    </>
  );
}
