import { useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { loadPublicServices } from "../load-public.server.ts";
import { spokenHours } from "../standard-rules.ts";
import { PUBLIC_WORDS } from "../words.ts";

export const loader = villageLoader(async ({ ctx }) => {
  const { brand, decree, services, unset } = await loadPublicServices(ctx);
  const rows = services.map(({ service, name, timeText, cost, measured }) => ({
    key: service,
    title: name,
    time: timeText,
    isFree: cost === 0,
    half: measured && spokenHours(measured.medianHours),
  }));
  return { brand, decree, rows, unset };
});

export default function PublicServices() {
  const { decree, rows, unset } = useLoaderData<typeof loader>();
  const items = [
    ...rows.map(({ key, title, time, isFree, half }) => ({
      key,
      href: `/pelayanan/${key}`,
      title,
      meta: [time, isFree && PUBLIC_WORDS.free.toLowerCase(), half && `nyatanya separuh dalam ${half}`]
        .filter(Boolean)
        .join(", "),
    })),
    ...unset.map(({ key, title }) => ({ key, href: `/pelayanan/${key}`, title, meta: PUBLIC_WORDS.unset })),
  ];
  return (
    <>
      <title>{PUBLIC_WORDS.title}</title>
      <PageHeader
        title={PUBLIC_WORDS.title}
        lead={PUBLIC_WORDS.lead}
        actions={
          decree && (
            <ButtonLink href="/pelayanan/maklumat" icon="print">
              Maklumat pelayanan
            </ButtonLink>
          )
        }
      />
      <div className="flex flex-col gap-8">
        {decree ? (
          <p>{`Ditetapkan Kepala Desa dengan keputusan nomor ${decree.number}, ${formatDate(decree.on)}.`}</p>
        ) : (
          <Notice title="Standar pelayanan belum ditetapkan">{PUBLIC_WORDS.unsetLead}</Notice>
        )}
        {items.length === 0 && <EmptyState title="Belum ada pelayanan yang dibuka" />}
        <TaskList label="Pelayanan" items={items} />
        <nav aria-label="Terkait" className="flex flex-wrap gap-3 print:hidden">
          <ButtonLink href="/lacak">Lacak permintaan</ButtonLink>
          <ButtonLink href="/pengaduan">Sampaikan pengaduan</ButtonLink>
          <ButtonLink href="/hak-dan-kewajiban" variant="quiet">
            Hak dan kewajiban Anda
          </ButtonLink>
        </nav>
      </div>
    </>
  );
}
