import { useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ContactList } from "../components/contact-list.tsx";
import { OfficeFacts } from "../components/office-facts.tsx";
import { loadPublicContacts } from "../public-pages.server.ts";
import { CONTACT_WORDS } from "../words.ts";

export const loader = villageLoader(({ ctx }) => loadPublicContacts(ctx));

export default function PublicContacts() {
  const { profile, contacts } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Kontak</title>
      <PageHeader title="Kontak dan nomor darurat" />
      <div className="flex flex-col gap-8">
        <ContactList contacts={contacts} kind="emergency" />
        {profile && <OfficeFacts profile={profile} />}
        <ContactList contacts={contacts} kind="office" />
        {contacts.length === 0 && <p className="text-ink-soft">{CONTACT_WORDS.empty}</p>}
      </div>
    </>
  );
}
