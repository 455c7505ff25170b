import { QrCode } from "./qr-code.tsx";

/** How somebody brings a secret into his authenticator app: scanned from this screen, or typed. */
export function TotpSetup({ address, secret }: { address: string; secret: string }) {
  return (
    <div className="flex max-w-form flex-col gap-4">
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        <li>
          Pasang aplikasi autentikator di ponsel Anda, misalnya Google Authenticator atau Microsoft
          Authenticator.
        </li>
        <li>Di aplikasi itu pilih tambah akun, lalu pindai gambar ini atau ketik kuncinya.</li>
        <li>Isi di bawah 6 angka yang tampil di aplikasi.</li>
      </ol>
      <QrCode
        text={address}
        label="Gambar QR untuk aplikasi autentikator. Isinya sama dengan kunci di bawahnya."
      />
      <p>
        <span className="block text-sm text-ink-soft">Kunci untuk diketik di aplikasi</span>
        <code className="text-lg font-semibold break-words">{secret}</code>
      </p>
      <p>
        <a href={address} className="inline-flex min-h-11 items-center">
          Buka di aplikasi autentikator ponsel ini
        </a>
      </p>
    </div>
  );
}
