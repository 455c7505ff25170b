import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

/** The sign-up is recorded but its village does not answer yet: what goes on by itself, and what to do meanwhile. */
export function PendingNotice({ origin }: { origin: string }) {
  return (
    <>
      <PageHeader title="Pendaftaran tercatat, desa sedang disiapkan" />
      <Notice
        tone="warning"
        title="Basis data desa belum selesai dibuat"
        actions={<ButtonLink href={`${origin}/masuk`}>Coba masuk</ButtonLink>}
      >
        <p>
          Kode desa, nama alamat, dan akun Anda sudah kami simpan. Balai melanjutkannya sendiri setiap
          beberapa menit; Anda tidak perlu mendaftar lagi. Buka{" "}
          <strong className="break-all">{origin}/masuk</strong> beberapa menit lagi, lalu masuk dengan nomor
          telepon dan kata sandi yang baru Anda isi.
        </p>
      </Notice>
    </>
  );
}
