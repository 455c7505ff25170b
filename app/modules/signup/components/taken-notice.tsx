import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** A village can sign up once: how to join those who did, and how to contest it. */
export function TakenNotice({ href, regency }: { href: string | null; regency: string | null }) {
  return (
    <Notice
      tone="warning"
      title="Desa ini sudah terdaftar"
      actions={href && <ButtonLink href={href}>Buka halaman desa</ButtonLink>}
    >
      <div className="flex flex-col gap-3">
        <p>
          <strong>Anda perangkat desa ini?</strong> Mintalah undangan kepada rekan yang mendaftarkan, Kepala
          Desa, atau Sekretaris Desa. Anda tidak perlu mendaftar lagi.
        </p>
        <p>
          <strong>Anda tidak mengenal pendaftarnya?</strong> Kepala Desa menyanggah dengan surat bertanda
          tangan dan berstempel desa yang menyebut kode desa, disampaikan melalui Dinas Pemberdayaan
          Masyarakat dan Desa {regency ?? "kabupaten Anda"} kepada pengelola Balai. Selama belum diperiksa,
          halaman desa tidak tampil untuk umum. Bila sanggahan benar, pendaftaran lama dicabut dan desa dapat
          didaftarkan lagi.
        </p>
      </div>
    </Notice>
  );
}
