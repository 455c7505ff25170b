import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ExitState } from "../components/exit-state.tsx";
import { ExportList } from "../components/export-list.tsx";
import { loadData } from "../load-data.server.ts";

export const loader = officeLoader(({ ctx }) => loadData(ctx));

export default function Overview() {
  const view = useLoaderData<typeof loader>();
  return (
    <>
      <title>Data desa</title>
      <PageHeader
        title="Data desa"
        lead="Data di Balai milik desa. Di sini Anda mengambilnya seluruhnya, atau mengakhiri pemakaian Balai."
      />
      <div className="flex flex-col gap-10">
        {view.exit && <ExitState exit={view.exit} zone={view.zone} />}
        <section aria-labelledby="cadangan" className="flex flex-col gap-3">
          <h2 id="cadangan" className="text-lg">
            Cadangan
          </h2>
          <Backups {...view} />
        </section>
        <section aria-labelledby="ekspor" className="flex flex-col gap-4">
          <h2 id="ekspor" className="text-lg">
            Ekspor lengkap
          </h2>
          <p className="max-w-text">
            Semua tabel, foto, dan dokumen dalam satu berkas yang terkunci dengan frasa sandi Anda. Nomor dan
            data pribadi di dalamnya terbuka, jadi simpan berkas dan frasa sandinya di tempat terpisah.
          </p>
          <ExportList exports={view.exports} zone={view.zone} />
          <p>
            <ButtonLink href="/kantor/data-desa/ekspor" icon="download">
              Buat ekspor
            </ButtonLink>
          </p>
        </section>
        {!view.exit && (
          <section aria-labelledby="keluar" className="flex flex-col gap-3">
            <h2 id="keluar" className="text-lg">
              Keluar dari Balai
            </h2>
            <p className="max-w-text">
              Seluruh data desa dihapus untuk selamanya, termasuk cadangannya. Buat dan simpan ekspor lebih
              dahulu.
            </p>
            <p>
              <ButtonLink href="/kantor/data-desa/keluar" variant="quiet">
                Minta penghapusan data desa
              </ButtonLink>
            </p>
          </section>
        )}
      </div>
    </>
  );
}

type View = Awaited<ReturnType<typeof loadData>>;

function Backups({
  lastBackupAt,
  lastVerifiedAt,
  zone,
}: Pick<View, "lastBackupAt" | "lastVerifiedAt" | "zone">) {
  if (!lastBackupAt)
    return (
      <Notice title="Belum ada cadangan">
        <p>Cadangan dibuat sendiri setiap malam. Untuk desa baru yang pertama ada pada malam pertama.</p>
      </Notice>
    );
  return (
    <p className="max-w-text">
      Data desa dicadangkan setiap malam. Terakhir {formatDateTime(new Date(lastBackupAt), zone)}
      {lastVerifiedAt &&
        `, dan diuji dengan memulihkannya pada ${formatDateTime(new Date(lastVerifiedAt), zone)}`}
      . Bila perlu pemulihan, hubungi pengelola Balai.
    </p>
  );
}
