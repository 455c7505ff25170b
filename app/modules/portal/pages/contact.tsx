import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ContactForm } from "../components/contact-form.tsx";
import { RemoveForm } from "../components/remove-form.tsx";
import { loadContact } from "../contacts.server.ts";
import { SaveContactInput, VersionInput } from "../input.ts";
import { idParam } from "../params.ts";
import { removeContact } from "../remove-contact.server.ts";
import { saveContact } from "../save-contact.server.ts";
import { CONTACT_WORDS } from "../words.ts";

const BASE = "/kantor/halaman-desa/kontak";

export const loader = officeLoader(({ ctx, params }) => loadContact(ctx, idParam(params)));

export const action = officeAction(({ ctx, params, form }) => {
  const id = idParam(params);
  if (form.get("maksud") === "hapus")
    return submitForm(form, VersionInput, async (input) => {
      await removeContact(ctx, id, input);
      return redirectWithFlash(ctx.config, BASE, CONTACT_WORDS.removed);
    });
  return submitForm(form, SaveContactInput, async (input) => {
    await saveContact(ctx, id, input);
    return redirectWithFlash(ctx.config, BASE, CONTACT_WORDS.saved);
  });
});

export default function Contact() {
  const { name, number, kind, note, version } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{name}</title>
      <PageHeader title={name} back={{ href: BASE, label: "Kontak" }} />
      <ContactForm
        defaults={{ jenis: kind, nama: name, nomor: number, catatan: note ?? "" }}
        reply={useActionData() as FormReply | undefined}
        version={version}
        submitLabel="Simpan"
      />
      <RemoveForm summary="Hapus nomor ini" version={version} label="Hapus nomor" />
    </>
  );
}
