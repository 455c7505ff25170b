import { CODE_LISTS } from "#app/modules/population/code-lists.ts";
import { SHEET_ERRORS } from "#app/platform/sheet/words.ts";
import { formatNumber } from "#app/ui/format.ts";
import type { ImportState, RowFilter } from "./state-rules.ts";

/** Why a file of residents was not taken. */
export const FILE_ERRORS: typeof SHEET_ERRORS = {
  ...SHEET_ERRORS,
  unsupported: () =>
    "Isi berkas ini tidak dikenali. Kirim buku kerja OpenSID (XLSX atau XLSM), berkas .sid, atau lembar XLSX atau CSV.",
  "file-too-large": () =>
    "Berkas lebih besar dari 10 MB, atau dari 64 MB setelah dibuka. Berkas .sid dapat dikompres (ZIP) dahulu; yang lain pecah menjadi beberapa berkas.",
  "too-many-rows": () =>
    "Berkas ini memuat lebih dari 10.000 penduduk. Pecah menjadi beberapa berkas, misalnya satu berkas tiap dusun.",
};

export const STATE_NAMES: Record<ImportState, string> = {
  reading: "Sedang dibaca",
  mapping: "Menunggu pilihan kolom",
  checking: "Sedang diperiksa",
  checked: "Selesai diperiksa",
  applying: "Sedang dimasukkan",
  applied: "Sudah dimasukkan",
  undoing: "Sedang dibatalkan",
  undone: "Dibatalkan",
  failed: "Gagal",
  dropped: "Dibuang",
};

/** What people read on the pages of an import. */
export const IMPORT_WORDS = {
  gone: "Impor yang Anda cari tidak ada.",
  fileMissing: "Pilih berkas data penduduknya.",
  started: "Berkas diterima. Isinya sedang dibaca; halaman ini boleh ditutup.",
  openAlready: "Impor sebelumnya belum selesai. Terapkan atau buang dahulu, lalu mulai yang baru.",
  movedOn: "Keadaan impor ini sudah berubah. Muat ulang halaman, lalu lanjutkan dari sana.",
  dayInFuture: "Tanggal keadaan data belum tiba. Pilih hari ini atau sebelumnya.",
  dayUnknown: "Isi tanggal keadaan data.",
  noRows: "Tidak ada baris penduduk di bawah judul kolom. Periksa lembarnya, lalu pilih lagi.",
  fileLost: "Berkas yang dikirim sudah tidak tersimpan. Kirim lagi berkasnya.",
  columnTwice: "Kolom ini sudah dipakai untuk isian lain. Pilih kolom yang berbeda.",
  columnUnknown: "Kolom ini tidak ada di lembar. Muat ulang halaman, lalu pilih lagi.",
  nameNeeded: "Tunjukkan kolom nama: tanpa nama tidak ada yang dapat dimasukkan.",
  sexNeeded: "Tunjukkan kolom jenis kelamin: register mewajibkannya.",
  mapped: "Kolom tersimpan dan diingat untuk lembar berikutnya. Isinya sedang diperiksa.",
  secondHeadMissing: "Ada KK dengan dua kepala keluarga. Pilih dahulu, kepala kedua dimasukkan sebagai apa.",
  nothingToApply: "Tidak ada baris yang dapat dimasukkan. Perbaiki lembarnya, lalu kirim lagi.",
  applying: "Data sedang dimasukkan. Halaman ini boleh ditutup; pekerjaan berjalan terus.",
  kept: "Pilihan tersimpan.",
  noErrors: "Tidak ada baris yang ditolak, jadi tidak ada lembar perbaikan.",
  dropped: "Impor dibuang. Register tidak berubah.",
  undoing: "Impor sedang dibatalkan. Halaman ini boleh ditutup; pekerjaan berjalan terus.",
  undoBlocked: "Impor ini tidak dapat dibatalkan: ada yang sudah berubah sesudahnya. Lihat daftarnya.",
  undoOver: "Baris impor ini sudah dihapus menurut masa simpan, jadi tidak dapat dibatalkan lagi.",
  changedSince:
    "Data orang ini berubah sejak diperiksa, jadi tidak disentuh. Kirim lagi lembarnya untuk membandingkan ulang.",
  addedSince:
    "NIK ini masuk ke register sesudah pemeriksaan, jadi baris ini dilewati. Kirim lagi lembarnya untuk membandingkan ulang.",
  finished: "Impor penduduk selesai",
  finishedBody: (count: number) =>
    `${count} penduduk dimasukkan atau diperbarui. Lihat hasilnya di halaman impor.`,
  failed: "Impor penduduk gagal",
  failedBody: "Register tidak berubah. Buka halaman impor untuk melihat sebabnya.",
  laterEvent: "datanya berubah sesudah impor",
  letterRefers: "ada surat yang memakai data orang ini",
  personGone: "orangnya sudah tidak ada di register",
  leftOnUndo: (count: number) =>
    `${count} baris tidak dibatalkan karena berubah sementara pembatalan berjalan.`,
} as const;

/** What stands on the page where an import begins. */
export const START_WORDS = {
  lead: "Kirim berkas penduduk dari OpenSID atau lembar Excel desa. Isinya diperiksa dahulu; register baru berubah setelah Anda menerapkannya.",
  asOfHint:
    "Hari yang keadaannya digambarkan berkas ini. Penduduk baru tercatat sebagai saldo awal hari itu.",
  fileHint: "Paling besar 10 MB dan 10.000 penduduk. Berkas .sid yang lebih besar: kompres (ZIP) dahulu.",
  accepted: [
    "Buku kerja OpenSID (XLSX atau XLSM) dengan lembar Data Penduduk, dari menu Impor atau Ekspor.",
    "Berkas .sid OpenSID, juga dalam ZIP (pindahan basis data gabungan). Tanpa koordinat rumah, karena OpenSID tidak menyertakannya.",
    "Lembar Excel (XLSX) atau CSV apa pun yang punya judul kolom, misalnya Nama, NIK, Jenis Kelamin. Anda menunjukkan isi tiap kolom.",
  ],
  none: "Mulai dengan mengirim berkas di atas. Setiap impor tercatat di sini dan dapat dibatalkan selama belum ada yang berubah sesudahnya.",
} as const;

/** Names of the lists of rows. */
export const FILTER_NAMES: Record<RowFilter, string> = {
  refused: "Ditolak",
  warned: "Dengan catatan",
  new: "Baru",
  changed: "Berubah",
  unchanged: "Sama",
};

/** What a second head of a card may become. */
export const SECOND_HEAD_CHOICES = [
  ...CODE_LISTS.familyRole.codes
    .filter(({ code }) => code !== 1)
    .map(({ code, label }) => ({ value: String(code), label })),
  { value: "buang", label: "Jangan masukkan barisnya" },
];

/** What stands on the pages of one import. */
export const PAGE_WORDS = {
  mapping:
    "Balai sudah menebak dari judul dan isinya. Periksa tebakannya, lalu isinya diperiksa baris demi baris.",
  working: "Halaman ini boleh ditutup. Pekerjaan berjalan terus, dan Anda mendapat kabar bila sudah selesai.",
  checked:
    "Pemeriksaan selesai. Register belum berubah: yang di bawah ini baru terjadi setelah Anda menerapkannya.",
  refused: (count: number) => `${formatNumber(count)} baris belum dapat dimasukkan`,
  refusedMend:
    "Unduh lembar perbaikannya, betulkan menurut kolom alasan, lalu kirim lagi. Baris lain dapat diterapkan sekarang.",
  refusedElse:
    "Lembar perbaikannya memuat NIK dari berkas ini, jadi hanya untuk pengirim berkas dan yang berwenang melihat NIK. Baris lain dapat diterapkan sekarang.",
  withheldTitle: "Kolom yang tidak mengubah orang yang sudah ada",
  withheld: (labels: readonly string[]) =>
    `${labels.join(", ")}. Isi kolom ini dilindungi dan pengirim berkas tidak berwenang melihatnya, jadi yang tercatat di register dibiarkan. Pada orang baru, isinya tetap masuk. Bila perlu diperbarui, mintalah Sekretaris Desa atau Kepala Desa yang mengirim berkasnya.`,
  changed: (count: number) => `${formatNumber(count)} orang yang sudah ada akan berubah`,
  changedLead: "Lihat isian lama dan baru, lalu pilih mana yang diambil. Tanpa pilihan, semuanya diambil.",
  secondHeads: (count: number) => `${formatNumber(count)} kepala keluarga kedua dimasukkan sebagai`,
  secondHeadsHint:
    "Satu KK hanya punya satu kepala. Kepala yang pertama di berkas tetap; lihat barisnya di Masuk dengan catatan.",
  apply: (fresh: number, changed: number) =>
    changed === 0
      ? `Masukkan ${formatNumber(fresh)} penduduk`
      : `Masukkan ${formatNumber(fresh)} penduduk, ubah ${formatNumber(changed)}`,
  undoUntil:
    "Impor dapat dibatalkan selama baris-barisnya disimpan (biasanya 3 bulan, lihat Masa simpan) dan belum ada yang berubah sesudahnya.",
  columnsLead: (fileName: string) =>
    `Pilih judul kolom di ${fileName} untuk tiap isian. Pilihan ini diingat untuk lembar berikutnya.`,
  rowsLead: {
    refused: "Baris ini belum dimasukkan. Tiap baris menyebut sebab dan perbaikannya.",
    warned: "Baris ini dimasukkan, tetapi ada yang patut dicocokkan dengan KTP atau KK.",
    new: "Orang yang belum ada di register.",
    changed: "Orang yang sudah ada dan isiannya berbeda.",
    unchanged: "Orang yang sudah ada dan isiannya sama.",
  } satisfies Record<RowFilter, string>,
  nameless: "(tanpa nama)",
  noRows: "Tidak ada baris dengan hasil ini.",
  changesLead:
    "Yang dicentang diambil dari lembar; yang tidak, tetap seperti di register. Nomor identitas ditampilkan sebagian.",
  leaveAlone: "Biarkan orang ini seperti di register",
  leftAlone: "Dibiarkan seperti di register.",
  noChanges: "Tidak ada orang yang isiannya berbeda dengan register.",
  dropLead: "Baris-barisnya dihapus dan register tidak berubah. Berkas di komputer Anda tetap ada.",
  undoLead:
    "Penduduk yang masuk lewat impor ini dikeluarkan lagi, dan perubahan pada orang yang sudah ada dikembalikan. Wilayah dan KK yang dibuatnya ikut hilang bila tidak dipakai.",
  undoBarred: (count: number) => `${formatNumber(count)} orang sudah tersentuh sesudah impor`,
  undoBarredMend:
    "Impor hanya dapat dibatalkan seluruhnya. Batalkan dahulu peristiwa atau surat orang-orang ini, atau betulkan datanya satu demi satu.",
} as const;
