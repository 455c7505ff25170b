import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { PortalTabs } from "../components/portal-tabs.tsx";
import { selectContacts } from "../contacts.server.ts";
import { CONTACT_WORDS } from "../words.ts";

const BASE = "/kantor/halaman-desa/kontak";

export const loader = officeLoader(async ({ ctx }) => ({
  contacts: await selectContacts(ctx.db),
  mayWrite: ctx.actor.permissions.has("portal.write"),
  withDomain: ctx.actor.permissions.has("portal.domain"),
}));

export default function Contacts() {
  const { contacts, mayWrite, withDomain } = useLoaderData<typeof loader>();
  const start = mayWrite && (
    <ButtonLink href={`${BASE}/baru`} variant="primary" icon="plus">
      Tambah nomor
    </ButtonLink>
  );
  return (
    <>
      <title>Kontak dan nomor darurat</title>
      <PageHeader title="Kontak dan nomor darurat" actions={start} />
      <PortalTabs current={BASE} withDomain={withDomain} />
      {contacts.length === 0 ? (
        <EmptyState icon="bell" title={CONTACT_WORDS.empty} action={start}>
          Puskesmas, polsek, pemadam, ambulans desa: yang dicari warga saat mendesak. Alamat dan telepon
          kantor desa diambil dari Identitas desa.
        </EmptyState>
      ) : (
        <TaskList
          label="Nomor"
          items={contacts.map(({ id, kind, name, number, note }) => ({
            key: id,
            href: mayWrite ? `${BASE}/${id}` : "/kontak",
            title: name,
            meta: [number, CONTACT_WORDS.kinds[kind], note].filter(Boolean).join(" · "),
          }))}
        />
      )}
    </>
  );
}
