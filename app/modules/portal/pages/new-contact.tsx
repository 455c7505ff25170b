import { useActionData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { addContact } from "../add-contact.server.ts";
import { ContactForm } from "../components/contact-form.tsx";
import { ContactInput } from "../input.ts";
import { CONTACT_WORDS } from "../words.ts";

const BASE = "/kantor/halaman-desa/kontak";
const EMPTY = { jenis: "emergency", nama: "", nomor: "", catatan: "" };

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, ContactInput, async (input) => {
    await addContact(ctx, input);
    return redirectWithFlash(ctx.config, BASE, CONTACT_WORDS.added);
  }),
);

export default function NewContact() {
  return (
    <>
      <title>Tambah nomor</title>
      <PageHeader title="Tambah nomor" back={{ href: BASE, label: "Kontak" }} />
      <ContactForm
        defaults={EMPTY}
        reply={useActionData() as FormReply | undefined}
        submitLabel="Tambahkan"
      />
    </>
  );
}
