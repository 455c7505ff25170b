import type { VillageRow } from "../directory/villages.ts";

/** What stands in an export's BACA.txt. */
export function readmeOf(village: Pick<VillageRow, "name" | "regionCode">, now: Date): string {
  return [
    `Ekspor lengkap desa ${village.name} (${village.regionCode})`,
    `Dibuat ${now.toISOString()}`,
    "",
    'tabel/          satu berkas CSV per tabel (UTF-8, pemisah koma). Sel kosong berarti tidak ada nilai, "" teks kosong.',
    "                Di Excel pakai Data > Dari Teks/CSV dan pilih jenis Teks untuk nomor, supaya NIK tidak berubah.",
    "basis-data.sql  membuat basis data yang sama: sqlite3 desa.db < basis-data.sql",
    "berkas/         foto dan dokumen; berkas.csv memuat nama aslinya, ukuran, dan sidik SHA-256",
    "SHA256SUMS.txt  sidik semua berkas di atas: sha256sum -c SHA256SUMS.txt",
    "",
    "Data yang tersegel di Balai (nomor telepon, NIK, dan sejenisnya) terbuka di sini, di kolomnya sendiri atau kolom _sealed.",
    "Kata sandi, kode masuk, dan sesi tidak ikut: tidak ada gunanya di luar Balai.",
    "Ekspor ini memuat data pribadi. Simpan terkunci, dan hapus bila tidak diperlukan lagi.",
    "",
  ].join("\r\n");
}
