import { Button, ButtonLink } from "#app/ui/button.tsx";
import { civilDateIn, formatDate, formatTime, type ZoneName } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";

export interface ExitView {
  dueAt: string;
  name: string;
  proofUrl: string;
}

/** That the village leaves, when, where the proof will be, and the way back. */
export function ExitState({ exit, zone }: { exit: ExitView; zone: ZoneName }) {
  const due = new Date(exit.dueAt);
  return (
    <Notice
      tone="danger"
      title={`Data desa ini dihapus pada ${formatDate(civilDateIn(due, zone))}, pukul ${formatTime(due, zone)}`}
      actions={
        <>
          <form method="post" action="/kantor/data-desa/keluar/batal">
            <SubmitKey />
            <Button>Batalkan penghapusan</Button>
          </form>
          <ButtonLink href="/kantor/data-desa/ekspor" variant="quiet">
            Buat ekspor dahulu
          </ButtonLink>
        </>
      }
    >
      <p>
        Diminta oleh {exit.name}. Sampai saat itu desa tetap memakai Balai seperti biasa. Sesudahnya tidak ada
        yang dapat mengembalikan datanya.
      </p>
      <p>
        Simpan alamat bukti penghapusan ini; ia berlaku setelah datanya dihapus:
        <br />
        <span className="break-all">{exit.proofUrl}</span>
      </p>
    </Notice>
  );
}
