import type { BudgetSide } from "./budget-rules.ts";
import type { PostKind, PostState } from "./post-rules.ts";

const STALE = "Isian ini baru saja diubah orang lain. Muat ulang halamannya, lalu kerjakan lagi.";

export const FRONT_WORDS = {
  noOfficials: "Daftar perangkat belum diisi.",
  isOff: "Desa ini tidak memakai halaman ini di Balai.",
};

export const POST_KIND_NAMES: Record<PostKind, string> = { news: "Berita", announcement: "Pengumuman" };
export const POST_STATE_NAMES: Record<PostState, string> = {
  draft: "Konsep",
  published: "Terbit",
  withdrawn: "Ditarik",
};

export const POST_WORDS = {
  stale: STALE,
  gone: "Tulisan ini tidak ada.",
  notPublic: "Tulisan ini tidak ada atau sudah ditarik.",
  kept: "Tulisan disimpan sebagai konsep. Terbitkan bila sudah siap.",
  saved: "Tulisan disimpan.",
  savedPublic: "Tulisan disimpan dan langsung berlaku di halaman desa.",
  published: "Tulisan terbit di halaman desa.",
  withdrawn: "Tulisan ditarik dari halaman desa. Isinya tetap tersimpan.",
  isPublished: "Tulisan ini sudah terbit.",
  notPublished: "Tulisan ini tidak sedang terbit.",
  photo: {
    teks_foto: "Tulis apa yang tampak pada foto, untuk orang yang tidak dapat melihatnya.",
    izin_foto:
      "Foto baru boleh terbit bila orang yang dikenali di dalamnya setuju. Centang pernyataan ini, atau hapus fotonya.",
  },
  consent:
    "Tidak ada orang yang dapat dikenali pada foto ini, atau semua yang dikenali sudah setuju fotonya diterbitkan.",
  rules: "Baris kosong memisahkan paragraf. Baris yang diawali tanda - menjadi daftar.",
  empty: "Belum ada berita dan pengumuman.",
};

export const AGENDA_WORDS = {
  stale: STALE,
  gone: "Kegiatan ini tidak ada di agenda.",
  added: "Kegiatan masuk agenda desa.",
  saved: "Perubahan agenda disimpan.",
  cancelled: "Kegiatan ditandai batal. Warga tetap melihatnya sebagai batal.",
  isCancelled: "Kegiatan ini sudah dibatalkan.",
  empty: "Belum ada kegiatan yang diagendakan.",
};

export const CONTACT_WORDS = {
  stale: STALE,
  gone: "Kontak ini tidak ada.",
  added: "Kontak ditambahkan.",
  saved: "Kontak disimpan.",
  removed: "Kontak dihapus.",
  empty: "Belum ada nomor yang dicantumkan.",
  full: "Daftar kontak sudah berisi 40 nomor. Hapus yang tidak dipakai lagi.",
  kinds: { office: "Kantor dan layanan", emergency: "Nomor darurat" },
};

export const SIDE_NAMES: Record<BudgetSide, string> = {
  income: "Pendapatan",
  expense: "Belanja",
  financing: "Pembiayaan",
};

export const BUDGET_WORDS = {
  stale: STALE,
  gone: "Baris anggaran ini tidak ada.",
  title: (year: number) => `Anggaran desa ${year}`,
  noYear: "Anggaran tahun ini belum diumumkan.",
  added: "Baris anggaran ditambahkan dan langsung tampak pada poster.",
  saved: "Baris anggaran disimpan.",
  removed: "Baris anggaran dihapus dari poster.",
  full: "Poster sudah berisi 80 baris. Gabungkan baris yang sejenis.",
  noProgramme: "Program kerja tahun ini belum disetujui, jadi anggarannya belum dapat diambil.",
  nothingToTake: "Program kerja tahun ini belum memuat anggaran.",
  taken: (count: number) => `${count} baris belanja diambil dari program kerja.`,
  empty: "Belum ada baris. Isi pendapatan, belanja, dan pembiayaan seperti dalam APBDes.",
  realisedUntil: (day: string) => `Realisasi sampai ${day}`,
};

export const DOMAIN_WORDS = {
  gone: "Alamat ini tidak ada dalam daftar desa Anda.",
  stale: STALE,
  taken: "Alamat ini sudah dipakai desa lain di Balai. Bila itu alamat desa Anda, hubungi pengelola Balai.",
  known: "Alamat ini sudah ada dalam daftar Anda.",
  full: "Paling banyak tiga alamat sendiri. Lepaskan yang tidak dipakai.",
  added: "Alamat dicatat. Atur DNS seperti petunjuk, lalu periksa.",
  works: "Alamat ini sudah bekerja dan membuka halaman desa Anda.",
  notYet: "Alamat ini belum dapat dipakai. Baca temuannya di bawah.",
  released: "Alamat ini dilepaskan.",
  onTrial:
    "Desa ini masih dalam masa uji coba, jadi halamannya belum terbuka untuk umum. Alamat sendiri dapat dipasang setelah desa diverifikasi.",
  unreachable:
    "Layanan pemeriksa DNS sedang tidak menjawab, jadi tidak ada yang berubah. Coba lagi beberapa menit lagi.",
  brokeTitle: (host: string) => `DNS ${host} perlu diperbaiki`,
  brokeBody:
    "Pemeriksaan malam menemukan masalah. Bila tiga malam berturut-turut alamat ini tidak menunjuk ke Balai, alamat ini dimatikan. Bila sekarang menunjuk ke tempat lain, semua orang diminta masuk lagi.",
  offTitle: (host: string) => `Alamat ${host} dimatikan`,
  offBody:
    "Sudah tiga malam alamat ini tidak menunjuk ke Balai. Halaman desa tetap terbuka di alamat Balai. Setelah DNS benar, periksa lagi di sini.",
  mendedTitle: (host: string) => `Alamat ${host} bekerja lagi`,
  states: { waiting: "Menunggu DNS", working: "Bekerja", broken: "Perlu diperbaiki" },
};
