import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { CHOOSABLE_FIELDS, type ImportField, importFieldOf } from "../import-fields.ts";
import { MapColumnsInput } from "../input.ts";
import { loadImport } from "../load-import.server.ts";
import { mapColumns } from "../map-columns.server.ts";
import { IMPORT_WORDS, PAGE_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx, params }) => loadImport(ctx, params.id ?? ""));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, MapColumnsInput, async (input) => {
    const id = params.id ?? "";
    await mapColumns(ctx, id, input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/impor/${id}?ikuti=1`, IMPORT_WORDS.mapped);
  }),
);

/** Asked first: what most sheets have. */
const FIRST =
  "name nik kkNumber sex birthPlace birthDate familyRole religion maritalStatus education occupation address hamlet rw rt fatherName motherName".split(
    " ",
  );

export default function Columns() {
  const { id, fileName } = useLoaderData<typeof loader>();
  const [form] = useForm({ id: "kolom", lastResult: useActionData() as FormReply | undefined });
  const usual = FIRST.map(importFieldOf);
  const others = CHOOSABLE_FIELDS.filter(({ key }) => !FIRST.includes(key));
  return (
    <>
      <title>Kolom lembar</title>
      <PageHeader
        title="Isi tiap kolom"
        lead={PAGE_WORDS.columnsLead(fileName)}
        back={{ href: `/kantor/penduduk/impor/${id}`, label: fileName }}
      />
      <form {...formProps(form)} className="flex flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <div className="grid max-w-text gap-5 md:grid-cols-2">
          {usual.map((field) => (
            <ColumnSelect key={field.key} field={field} errors={form.allErrors} />
          ))}
        </div>
        <Disclosure summary="Kolom lainnya" open={others.some(({ key }) => form.allErrors[`kolom.${key}`])}>
          <div className="grid max-w-text gap-5 md:grid-cols-2">
            {others.map((field) => (
              <ColumnSelect key={field.key} field={field} errors={form.allErrors} />
            ))}
          </div>
        </Disclosure>
        <FormActions>
          <Button iconEnd="arrow-right">Simpan dan periksa isinya</Button>
        </FormActions>
      </form>
    </>
  );
}

function ColumnSelect({ field, errors }: { field: ImportField; errors: Record<string, readonly string[]> }) {
  const { headings, columns } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const name = `kolom.${field.key}`;
  const sent = (reply?.initialValue?.kolom as Record<string, unknown> | undefined)?.[field.key];
  const guessed = columns[field.key];
  return (
    <Select
      id={`kolom-${name}`}
      name={name}
      label={field.label}
      required={field.key === "name" || field.key === "sex"}
      errors={errors[name]}
      placeholder="Tidak ada di lembar"
      defaultValue={reply ? String(sent ?? "") : guessed === undefined ? "" : String(guessed)}
      options={headings.map((heading, column) => ({ value: String(column), label: heading }))}
    />
  );
}
