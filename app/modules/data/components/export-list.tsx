import { ButtonLink } from "#app/ui/button.tsx";
import { formatDateTime, formatFileSize, formatNumber, type ZoneName } from "#app/ui/format.ts";

export interface ExportView {
  id: string;
  state: "waiting" | "running" | "done" | "failed";
  createdAt: string;
  isReady: boolean;
  bytes?: number;
  rows?: number;
  files?: number;
  missing?: number;
  expiresAt?: string;
}

/** The latest exports: what became of each, and the file where it can be fetched. */
export function ExportList({ exports, zone }: { exports: readonly ExportView[]; zone: ZoneName }) {
  if (exports.length === 0) return <p className="text-ink-soft">Belum pernah dibuat.</p>;
  return (
    <ul className="flex flex-col">
      {exports.map((each) => (
        <li key={each.id} className="flex flex-col gap-2 border-b border-line py-3">
          <p>Diminta {formatDateTime(new Date(each.createdAt), zone)}</p>
          <p className="text-ink-soft">{sentenceOf(each, zone)}</p>
          {each.isReady && (
            <p>
              <ButtonLink href={`/kantor/data-desa/ekspor/${each.id}`} icon="download">
                Ambil berkas ({formatFileSize(each.bytes ?? 0)})
              </ButtonLink>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function sentenceOf(each: ExportView, zone: ZoneName): string {
  if (each.state === "waiting") return "Menunggu giliran.";
  if (each.state === "running")
    return `Sedang dibuat, ${formatFileSize(each.bytes ?? 0)} selesai. Muat ulang halaman ini untuk melihat lanjutannya.`;
  if (each.state === "failed") return "Gagal dibuat. Tidak ada data yang hilang; minta sekali lagi.";
  if (!each.isReady) return "Selesai, dan berkasnya sudah dihapus dari Balai.";
  const missing = each.missing ? ` ${formatNumber(each.missing)} berkas tidak ditemukan di penyimpanan.` : "";
  const until = each.expiresAt ? formatDateTime(new Date(each.expiresAt), zone) : "";
  return `${formatNumber(each.rows ?? 0)} baris data dan ${formatNumber(each.files ?? 0)} berkas.${missing} Dapat diambil sampai ${until}.`;
}
