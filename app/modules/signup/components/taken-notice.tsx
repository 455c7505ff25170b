import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface TakenNoticeProps {
  /** Where the village answers, once it does. */
  href: string | null;
  code: string;
  /** What else whoever came here should know. */
  note: string | null;
}

/** A village can sign up once: how to join those who did, and how to contest it. */
export function TakenNotice({ href, code, note }: TakenNoticeProps) {
  return (
    <Notice
      tone="warning"
      title="Desa ini sudah terdaftar"
      actions={
        <>
          {href && <ButtonLink href={href}>Buka halaman desa</ButtonLink>}
          <ButtonLink href={`/sanggah?kode=${encodeURIComponent(code)}`}>Sanggah pendaftaran</ButtonLink>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {note && (
          <p>
            <strong>{note}</strong>
          </p>
        )}
        <p>
          <strong>Anda perangkat desa ini?</strong> Mintalah undangan kepada rekan yang mendaftarkan, Kepala
          Desa, atau Sekretaris Desa. Anda tidak perlu mendaftar lagi.
        </p>
        <p>
          <strong>Anda tidak mengenal pendaftarnya?</strong> Sanggahlah pendaftaran ini dengan surat dari
          Camat atau kabupaten. Selama desa belum terverifikasi, halamannya tidak tampil untuk umum. Bila
          sanggahan diterima, pendaftaran lama dicabut dan Anda mendapat tautan untuk mendaftarkan desa.
        </p>
      </div>
    </Notice>
  );
}
