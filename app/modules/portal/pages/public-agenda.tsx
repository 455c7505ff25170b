import { useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AgendaList } from "../components/agenda-list.tsx";
import { loadPublicAgenda } from "../public-pages.server.ts";
import { AGENDA_WORDS } from "../words.ts";

export const loader = villageLoader(({ ctx }) => loadPublicAgenda(ctx));

export default function PublicAgenda() {
  const { items, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Agenda desa</title>
      <PageHeader title="Agenda desa" lead="Kegiatan yang akan datang, terbuka untuk diketahui siapa saja." />
      {items.length === 0 ? (
        <EmptyState icon="calendar" title={AGENDA_WORDS.empty} />
      ) : (
        <AgendaList items={items} zone={zone} />
      )}
    </>
  );
}
