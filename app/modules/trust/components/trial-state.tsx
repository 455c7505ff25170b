import { civilDateIn, formatDate, type ZoneName } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

export interface TrialStateProps {
  state: "verified" | "suspended" | "lost" | "trial";
  verifiedAt: string | null;
  endsAt: string | null;
  daysLeft: number | null;
  isDecisionOpen: boolean;
  zone: ZoneName;
}

/** In one notice: where the village stands, until when, and what comes next. */
export function TrialState({ state, verifiedAt, endsAt, daysLeft, isDecisionOpen, zone }: TrialStateProps) {
  const end = endsAt && dayOf(endsAt, zone);
  if (state === "verified")
    return (
      <Notice tone="success" title="Desa ini terverifikasi">
        {verifiedAt && <p>Sejak {dayOf(verifiedAt, zone)}. Halaman desa tampil untuk umum.</p>}
      </Notice>
    );
  if (state === "suspended")
    return (
      <Notice tone="danger" title="Desa ini sedang ditangguhkan">
        <p>
          Yang menangguhkan dan mencabutnya ialah pengelola Balai. Bila Anda keberatan, hubungi pengelola
          Balai atau kabupaten. Sanggahan yang masih terbuka dapat Anda jawab di bawah.
        </p>
      </Notice>
    );
  if (state === "lost")
    return (
      <Notice tone="danger" title="Sanggahan atas desa ini diterima">
        <p>
          {isDecisionOpen
            ? "Keberatan Anda sedang diperiksa. Selama itu data desa tidak dihapus."
            : `Data desa dihapus pada ${end}. Sebelum itu Anda dapat mengajukan keberatan di bawah.`}
        </p>
      </Notice>
    );
  return (
    <Notice tone={(daysLeft ?? 99) <= 14 ? "warning" : "info"} title="Desa ini belum terverifikasi">
      <p>
        {isDecisionOpen
          ? "Permintaan Anda atau sanggahan orang lain sedang diperiksa. Selama itu data desa tidak dihapus."
          : `Masa uji coba tinggal ${daysLeft} hari. Tanpa verifikasi semua data desa dihapus pada ${end}.`}
      </p>
    </Notice>
  );
}

/** The day of an instant in the village. */
export function dayOf(instant: string, zone: ZoneName): string {
  return formatDate(civilDateIn(new Date(instant), zone));
}
