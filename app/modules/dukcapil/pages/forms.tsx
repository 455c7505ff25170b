import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { DukcapilTabs } from "../components/dukcapil-tabs.tsx";
import { FormStateBadge } from "../components/state-badges.tsx";
import { listForms } from "../list-forms.server.ts";
import { readTab, TABS } from "../state-rules.ts";

const BASE = "/kantor/dukcapil";

export const loader = officeLoader(async ({ ctx, url }) => {
  const tab = readTab(url.searchParams.get("keadaan"));
  const before = url.searchParams.get("sebelum");
  return {
    ...(await listForms(ctx, tab, before)),
    tab,
    before,
    mayWrite: ctx.actor.permissions.has("dukcapil.write"),
  };
});

const EMPTY: Record<string, string> = {
  kerjakan:
    "Lembar data dibuat dari orangnya, atau langsung setelah kelahiran, kematian, atau kepindahan dicatat.",
  dikirim: "Yang sudah dibawa ke Dukcapil dan belum dijawab tampil di sini.",
  selesai: "Dokumen yang sudah terbit dan menunggu diambil warga tampil di sini.",
  arsip: "Yang sudah diambil atau dibatalkan tampil di sini.",
};

export default function Forms() {
  const { rows, next, counts, tab, before, mayWrite } = useLoaderData<typeof loader>();
  const query = tab === "kerjakan" ? "?" : `?keadaan=${tab}&`;
  return (
    <>
      <title>Berkas ke Dukcapil</title>
      <PageHeader
        title="Berkas ke Dukcapil"
        lead="Lembar data untuk akta, KK, KTP-el, dan kepindahan: dari data penduduk sampai dokumennya diambil."
        actions={
          mayWrite && (
            <ButtonLink href={`${BASE}/baru`} variant="primary" icon="plus">
              Buat lembar data
            </ButtonLink>
          )
        }
      />
      <DukcapilTabs current={tab} counts={counts} />
      {rows.length === 0 ? (
        <EmptyState icon="file" title="Tidak ada lembar data di sini">
          {EMPTY[tab]}
        </EmptyState>
      ) : (
        <TaskList
          label={TABS[tab]?.label}
          items={rows.map(({ id, form, personName, state, returnReason }) => ({
            key: id,
            href: `${BASE}/${id}`,
            title: personName,
            meta: state === "returned" && returnReason ? `${form}. ${returnReason}` : form,
            badge: <FormStateBadge state={state} />,
          }))}
        />
      )}
      <Pagination
        previousHref={before ? `${BASE}${query}` : undefined}
        nextHref={next ? `${BASE}${query}sebelum=${next}` : undefined}
      />
      {rows.length > 0 && <DownloadLinks list="lembar-dukcapil" />}
    </>
  );
}
