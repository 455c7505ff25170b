import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { type AgendaRow, listAgenda } from "../agenda.server.ts";
import { agendaTime } from "../components/agenda-list.tsx";
import { PortalTabs } from "../components/portal-tabs.tsx";
import { AGENDA_WORDS } from "../words.ts";

const BASE = "/kantor/halaman-desa/agenda";

export const loader = officeLoader(async ({ ctx }) => ({
  ...(await listAgenda(ctx)),
  zone: ctx.tenant.timeZone,
  mayWrite: ctx.actor.permissions.has("portal.write"),
  withDomain: ctx.actor.permissions.has("portal.domain"),
}));

export default function Agenda() {
  const { coming, past, zone, mayWrite, withDomain } = useLoaderData<typeof loader>();
  const itemOf = (item: AgendaRow) => ({
    key: item.id,
    href: mayWrite ? `${BASE}/${item.id}` : "/agenda",
    title: item.title,
    meta: [agendaTime(item, zone), item.place].filter(Boolean).join(" · "),
    badge: item.cancelledAt && <StatusBadge tone="bad">Batal</StatusBadge>,
  });
  const start = mayWrite && (
    <ButtonLink href={`${BASE}/baru`} variant="primary" icon="plus">
      Tambah kegiatan
    </ButtonLink>
  );
  return (
    <>
      <title>Agenda desa</title>
      <PageHeader title="Agenda desa" actions={start} />
      <PortalTabs current={BASE} withDomain={withDomain} />
      {coming.length === 0 ? (
        <EmptyState icon="calendar" title={AGENDA_WORDS.empty} action={start}>
          Kegiatan yang boleh diketahui semua orang: posyandu, musyawarah, kerja bakti.
        </EmptyState>
      ) : (
        <TaskList label="Akan datang" items={coming.map(itemOf)} />
      )}
      {coming.length + past.length > 0 && <DownloadLinks list="agenda-desa" />}
      {past.length > 0 && (
        <div className="mt-6">
          <Disclosure summary="Yang sudah lewat">
            <TaskList label="Sudah lewat" items={past.map(itemOf)} />
          </Disclosure>
        </div>
      )}
    </>
  );
}
