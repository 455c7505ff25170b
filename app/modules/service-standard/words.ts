import { formatMoney } from "#app/ui/format.ts";

export const STANDARD_WORDS = {
  title: "Standar pelayanan",
  lead: "Syarat, tata cara, waktu, biaya, dan petugas setiap pelayanan. Berlaku dan terbuka untuk umum setelah Kepala Desa menetapkannya dengan keputusan bernomor (Permendagri 2/2017).",
  noDraft: "Tidak ada rancangan yang dapat diubah. Siapkan rancangan dahulu.",
  hasDraft: "Rancangan sudah ada. Lanjutkan rancangan itu.",
  noService: "Pelayanan ini tidak ada dalam rancangan.",
  stale: "Rancangan baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi.",
  taken: "Nama ini sudah dipakai pelayanan lain dalam rancangan.",
  empty: "Rancangan ini belum memuat pelayanan. Tambahkan dahulu.",
  tooLate: "Tanggal keputusan tidak boleh sesudah hari ini.",
  freeLetters:
    "Surat dari desa harus gratis: desa dilarang memungut biaya atas surat pengantar, rekomendasi, dan keterangan (Permendesa PDTT 1/2015 Pasal 22).",
  drafted: "Rancangan disiapkan dari jenis surat yang dipakai. Periksa, lalu mintakan penetapan.",
  saved: "Pelayanan disimpan dalam rancangan.",
  removed: "Pelayanan dikeluarkan dari rancangan.",
  discarded: "Rancangan dibuang. Standar yang berlaku tidak berubah.",
  adopted: "Standar pelayanan ditetapkan dan terbuka untuk umum.",
} as const;

export const PUBLIC_WORDS = {
  title: "Pelayanan kantor desa",
  lead: "Apa yang dapat Anda minta di kantor desa, syaratnya, dan berapa lama selesainya.",
  unset: "belum ditetapkan",
  unsetLead:
    "Kepala Desa belum menetapkan standar pelayanan. Tanyakan syarat dan waktunya di kantor desa. Surat dari desa gratis.",
  measured: (half: string, count: number) =>
    `Dalam 12 bulan terakhir separuh dari ${count} permintaan selesai dalam ${half} atau kurang, malam dan hari libur ikut dihitung.`,
  onTime: (percent: number) => `${percent} dari 100 selesai pada waktu yang dijanjikan.`,
  free: "Gratis",
} as const;

/** What a service costs: whole rupiah. */
export function costText(cost: number): string {
  return cost === 0 ? PUBLIC_WORDS.free : formatMoney(cost);
}
