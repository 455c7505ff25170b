import { useActionData, useLoaderData } from "react-router";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { EntryForm } from "../components/entry-form.tsx";
import { enterEntry } from "../enter-entry.server.ts";
import { requireEntryBook } from "../entries.server.ts";
import { fieldsOf, newEntryValues, selectHamlets } from "../entry-form.server.ts";
import { ENTRY_INPUTS } from "../input.ts";
import { findRegister } from "../register-rules.ts";
import { ENTRY_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, url, frame }) => {
  const book = requireEntryBook(params.buku ?? "aparat");
  const defaults = await newEntryValues(ctx, book, url.searchParams);
  return {
    book,
    name: findRegister(book)?.name ?? "",
    defaults,
    fields: fieldsOf(
      requireProfile(frame?.profile),
      book,
      book === "aparat" ? await selectHamlets(ctx) : [],
      Boolean(defaults.masa),
    ),
  };
});

export const action = officeAction(({ ctx, form, params }) => {
  const book = requireEntryBook(params.buku ?? "aparat");
  return submitForm(form, ENTRY_INPUTS[book], async (input) => {
    const { id } = await enterEntry(ctx, book, input as never);
    return redirectWithFlash(ctx.config, `/kantor/register/${book}/${id}`, ENTRY_WORDS.entered);
  });
});

export default function NewEntry() {
  const { book, name, defaults, fields } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{`Catat di ${name}`}</title>
      <PageHeader title={`Catat di ${name}`} back={{ href: `/kantor/register/${book}`, label: name }} />
      <EntryForm fields={fields} defaults={defaults} reply={useActionData() as FormReply | undefined} />
    </>
  );
}
