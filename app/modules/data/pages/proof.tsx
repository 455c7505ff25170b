import { useLoaderData } from "react-router";
import { portalLoader } from "#app/platform/http/handlers.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDateTime, formatNumber } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { loadProof } from "../load-proof.server.ts";
import { REMOVED_NAMES } from "../rules.ts";

export const loader = portalLoader(({ ctx, params }) => loadProof(ctx, params.token ?? ""));

const REASONS = {
  exit: "Desa keluar dari Balai atas permintaannya",
  "trial-over": "Masa uji coba berakhir tanpa verifikasi",
  "claim-refused": "Sanggahan atas pendaftaran desa ini diterima",
} as const;

export default function Proof() {
  const { name, regionCode, reason, askedBy, askedAt, startedAt, finishedAt, removed, proofHash } =
    useLoaderData<typeof loader>();
  const when = (iso: string) => formatDateTime(new Date(iso), "WIB");
  return (
    <>
      <title>{`Bukti penghapusan data desa ${name}`}</title>
      <PageHeader
        title="Bukti penghapusan data"
        lead={
          finishedAt
            ? `Semua data Desa ${name} (${regionCode}) di Balai telah dihapus pada ${when(finishedAt)}.`
            : `Penghapusan data Desa ${name} (${regionCode}) sedang berjalan sejak ${when(startedAt)}.`
        }
      />
      <DefinitionList
        items={[
          { term: "Desa", value: `${name} (${regionCode})` },
          { term: "Sebab", value: REASONS[reason] },
          { term: "Diminta oleh", value: askedBy },
          ...(askedAt ? [{ term: "Diminta pada", value: when(askedAt) }] : []),
          { term: "Dimulai", value: when(startedAt) },
          { term: "Selesai", value: finishedAt ? when(finishedAt) : "belum" },
          ...Object.entries(removed).map(([key, count]) => ({
            term: `Dihapus: ${REMOVED_NAMES[key] ?? key}`,
            value: formatNumber(count),
          })),
          { term: "Sidik bukti", value: <span className="break-all">{proofHash}</span> },
        ]}
      />
      <p className="mt-6 max-w-text text-ink-soft">
        Yang tersimpan di Balai tentang desa ini hanya yang tertulis di halaman ini. Cetak halaman ini bila
        perlu disimpan sebagai dokumen.
      </p>
    </>
  );
}
