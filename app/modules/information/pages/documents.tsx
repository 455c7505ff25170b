import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { InformationTabs } from "../components/information-tabs.tsx";
import { listDocuments } from "../documents.server.ts";
import { CLASS_NAMES, DOCUMENT_WORDS } from "../words.ts";

const BASE = "/kantor/informasi/dokumen";

export const loader = officeLoader(async ({ ctx }) => ({ documents: await listDocuments(ctx) }));

export default function Documents() {
  const { documents } = useLoaderData<typeof loader>();
  const start = (
    <ButtonLink href={`${BASE}/baru`} variant="primary" icon="plus">
      Tambah dokumen
    </ButtonLink>
  );
  return (
    <>
      <title>Daftar informasi publik</title>
      <PageHeader
        title="Daftar informasi publik"
        actions={
          <>
            {start}
            <ButtonLink href="/informasi-publik">Lihat halaman publik</ButtonLink>
          </>
        }
      />
      <InformationTabs current={BASE} />
      {documents.length === 0 ? (
        <EmptyState icon="file" title={DOCUMENT_WORDS.none} action={start}>
          Misalnya APBDes, RPJMDes, laporan realisasi, peraturan desa; juga yang dikecualikan dengan dasarnya.
        </EmptyState>
      ) : (
        <TaskList
          label="Dokumen"
          items={documents.map((each) => ({
            key: each.id,
            href: `${BASE}/${each.id}`,
            title: each.year ? `${each.title} (${each.year})` : each.title,
            meta: [CLASS_NAMES[each.class], each.hasFile && "dengan berkas"].filter(Boolean).join(" · "),
            badge: (
              <StatusBadge tone={each.isPublic ? "good" : "neutral"}>
                {each.isPublic ? "Tampil" : "Belum tampil"}
              </StatusBadge>
            ),
          }))}
        />
      )}
      {documents.length > 0 && <DownloadLinks list="informasi-publik" />}
    </>
  );
}
