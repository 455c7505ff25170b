import { useActionData, useLoaderData } from "react-router";
import { z } from "zod";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { EntryForm } from "../components/entry-form.tsx";
import { correctEntry } from "../correct-entry.server.ts";
import { entryTitle, requireEntryBook } from "../entries.server.ts";
import { formValues } from "../entry-fields.ts";
import { fieldsOf, readEntryForm } from "../entry-form.server.ts";
import { ENTRY_INPUTS, VersionInput } from "../input.ts";
import { ENTRY_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, frame }) => {
  const book = requireEntryBook(params.buku ?? "aparat");
  const { row, hamlets } = await readEntryForm(ctx, book, params.id ?? "");
  if (row.voidedAt) throw new ConflictError(ENTRY_WORDS.isVoid);
  const defaults = formValues(book, row);
  const fields = fieldsOf(requireProfile(frame?.profile), book, hamlets, Boolean(defaults.masa));
  return {
    here: `/kantor/register/${book}/${row.id}`,
    title: entryTitle(book, row),
    version: row.version,
    defaults,
    fields: fields.map((field) => (field.name === "nip" ? { ...field, hint: ENTRY_WORDS.nipStays } : field)),
  };
});

export const action = officeAction(({ ctx, form, params }) => {
  const book = requireEntryBook(params.buku ?? "aparat");
  const id = params.id ?? "";
  return submitForm(form, z.intersection(ENTRY_INPUTS[book], VersionInput), async (input) => {
    const { isChanged } = await correctEntry(ctx, book, id, input as never);
    const sentence = isChanged ? ENTRY_WORDS.corrected : ENTRY_WORDS.unchanged;
    return redirectWithFlash(ctx.config, `/kantor/register/${book}/${id}`, sentence);
  });
});

export default function CorrectEntry() {
  const { here, title, version, defaults, fields } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Perbaiki catatan</title>
      <PageHeader title="Perbaiki catatan" lead={title} back={{ href: here, label: "Catatan" }} />
      <EntryForm
        fields={fields}
        defaults={defaults}
        version={version}
        reply={useActionData() as FormReply | undefined}
      />
    </>
  );
}
