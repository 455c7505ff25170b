import type { UpdateState } from "./rules.ts";
import type { BoardColumn } from "./running-rules.ts";

/** Refusals of the verbs that record how the work goes. */
export const RUNNING_ERRORS = {
  quarterUnknown: "Pilih triwulan 1 sampai 4.",
  actionUnknown: "Pilih simpan rancangan atau kirim untuk disetujui.",
  noneChosen: "Pilih paling sedikit satu laporan.",
  nothingReported: "Isi paling sedikit satu capaian, tulis catatan, atau lampirkan bukti sebelum mengirim.",
  valuesMissing: "Isi paling sedikit satu capaian sebelum mengirim.",
  indicatorGone: "Indikator ini sudah tidak dipakai. Muat ulang halaman.",
  notYours: "Laporan ini hanya dapat diubah oleh penulisnya atau penanggung jawab kegiatan.",
  noneApproved: "Laporan yang dipilih sudah diperiksa. Muat ulang halaman untuk melihat hasilnya.",
  evidenceGone: "Bukti ini sudah tidak ada pada laporan. Muat ulang halaman.",
  photosNotApproved: "Foto baru dapat ditampilkan setelah laporannya disetujui.",
  photoUnknown: "Foto ini tidak ada pada laporan. Muat ulang halaman, lalu pilih lagi.",
  consentMissing: "Pastikan orang di foto setuju, lalu centang kalimat ini.",
  evidenceLimit: "Satu laporan paling banyak memuat 10 bukti. Hapus salah satu dahulu.",
  amountMissing: "Isi jumlahnya dalam rupiah.",
  amountInvalid: "Isi jumlah dalam rupiah penuh, lebih dari 0, misalnya 1.250.000.",
  kindUnknown: "Pilih belanja atau koreksi.",
  spendingNoteMissing: "Tulis untuk apa uang ini dibelanjakan, atau apa yang dikoreksi.",
  spendingOutsideYear: (year: number) => `Tanggal belanja harus berada di tahun ${year}.`,
  spendingInFuture: "Tanggal belanja tidak boleh setelah hari ini.",
  correctionTooLarge: "Koreksi melebihi belanja yang sudah dicatat. Periksa jumlahnya.",
  budgetMissing: "Isi anggaran yang baru.",
  budgetInvalid: "Anggaran diisi dalam rupiah penuh, 0 atau lebih.",
  budgetReasonMissing: "Tulis alasan perubahan anggaran, misalnya Perdes perubahan APBDes.",
  budgetSame: "Anggaran ini sama dengan yang sekarang. Isi anggaran yang baru.",
  budgetNotApproved:
    "Program kerja belum disetujui. Ubah anggarannya pada rencana kegiatan, tanpa alasan perubahan.",
  stepTitleMissing: "Tulis apa yang harus dikerjakan.",
  stepOutside: (year: number) =>
    `Tanggal ini terlalu jauh dari ${year}. Pilih tanggal antara ${year - 1} dan ${year + 1}.`,
  stepGone: "Langkah ini sudah dihapus. Muat ulang halaman.",
  handOverTargetMissing: "Pilih siapa yang menerima kegiatan ini.",
  handOverNoteMissing: "Tulis catatan serah terima: apa yang sudah selesai dan apa yang tersisa.",
  handOverSame: "Orang ini sudah menjadi penanggung jawab kegiatan. Pilih orang lain.",
  handOverForbidden: "Hanya penanggung jawab kegiatan atau penyusun program kerja yang dapat menyerahkannya.",
  commentMissing: "Tulis komentarnya.",
  personUnknown: "Orang yang dipilih tidak ada atau sudah tidak aktif. Pilih lagi dari daftar.",
  closed: "Program kerja tahun ini sudah ditutup. Isinya tidak dapat diubah lagi.",
  explainForbidden:
    "Keterlambatan dijelaskan oleh penanggung jawab, pelaksana, atau penyusun program kerja. Mintalah salah satunya.",
  quarterNotBegun: "Triwulan ini belum dimulai. Pilih triwulan yang sudah berjalan.",
  explanationGone: "Penjelasan ini sudah ditarik. Muat ulang halaman.",
  mendForbidden:
    "Penjelasan ini hanya dapat diubah oleh penulisnya, penyusun program kerja, atau Kepala Desa.",
  agreeForbidden: "Penjelasan disetujui untuk warga oleh penyusun program kerja atau Kepala Desa.",
  notBehind: "Kegiatan ini tidak tertinggal melebihi batas, sehingga tidak perlu penjelasan.",
} as const;

/** Sentences after an action: what happened and what comes next. */
export const DONE = {
  /** What was done, and a doubt where a value in percent says more than the whole. */
  updateKept: ({ state, isAboveHundred }: { state: UpdateState; isAboveHundred: boolean }): string =>
    [
      state === "submitted" ? DONE.updateSent : DONE.updateSaved,
      ...(isAboveHundred ? ["Ada capaian yang melebihi 100 persen: periksa lagi angkanya."] : []),
    ].join(" "),
  updateSaved: "Rancangan laporan tersimpan. Kirim setelah lengkap.",
  updateSent: "Laporan terkirim dan menunggu persetujuan Kepala Desa.",
  updateApproved: "Laporan disetujui dan ikut dihitung dalam kemajuan kegiatan.",
  updateReturned: "Laporan dikembalikan kepada penulisnya beserta alasannya.",
  updatesApproved: (approved: number, passed: number) =>
    passed === 0
      ? `${approved} laporan disetujui.`
      : `${approved} laporan disetujui. ${passed} lainnya sudah berubah dan perlu dilihat lagi.`,
  photosPublished: (shown: number): string =>
    shown === 0
      ? "Tidak ada foto laporan ini yang tampil untuk warga."
      : `${shown} foto tampil untuk warga di halaman kegiatan.`,
  evidenceRemoved: "Bukti dihapus dari laporan.",
  spendingRecorded: ({ isCorrection, over }: { isCorrection: boolean; over: string | null }): string =>
    [
      isCorrection ? "Koreksi belanja tercatat." : "Belanja tercatat.",
      ...(over ? [`Belanja kini melebihi anggaran sebesar ${over}.`] : []),
    ].join(" "),
  budgetChanged: "Anggaran baru tersimpan. Laporan untuk hari sebelumnya tetap memakai anggaran lama.",
  deviationRecorded: "Penyebab dan langkah perbaikan tercatat.",
  deviationCorrected: "Penjelasan diperbaiki. Yang lama tetap tersimpan di riwayat.",
  deviationWithdrawn: "Penjelasan ditarik. Warga dan laporan tidak menampilkannya lagi.",
  deviationAgreed: "Penjelasan disetujui dan sekarang tampil untuk warga.",
  stepKept: ({ isNew, isPast }: { isNew: boolean; isPast: boolean }): string =>
    [
      isNew ? "Langkah ditambahkan." : "Langkah diperbarui.",
      ...(isPast ? ["Tanggalnya sudah lewat, jadi langkah ini langsung terhitung terlambat."] : []),
    ].join(" "),
  stepDone: "Langkah ditandai selesai.",
  stepReopened: "Langkah dibuka kembali.",
  stepRemoved: "Langkah dihapus.",
  handedOver: "Kegiatan sudah diserahkan. Kedua pihak menerima kabar.",
  commented: "Komentar tersimpan.",
  inboxRead: "Semua kabar ditandai sudah dibaca.",
} as const;

/** What forms say beside their fields. */
export const RUNNING_NOTES = {
  photos:
    "Warga melihat foto yang dicentang di halaman kegiatan. Jangan tampilkan anak, dokumen, atau orang yang tidak setuju; centangnya dapat dicabut kapan saja.",
  consent: "Orang yang tampak di foto sudah setuju fotonya dilihat umum.",
  replacesApproved: (quarters: string) =>
    `Laporan ${quarters} sudah disetujui. Laporan baru untuk triwulan yang sama menggantikan angkanya.`,
} as const;

export const BOARD_COLUMN_NAMES: Record<BoardColumn, string> = {
  not_started: "Belum mulai",
  on_track: "Berjalan sesuai",
  behind: "Tertinggal",
  done: "Selesai",
};

/** Empty columns of the board. */
export const BOARD_EMPTY: Record<BoardColumn, string> = {
  not_started: "Semua kegiatan sudah dimulai.",
  on_track: "Belum ada kegiatan yang berjalan sesuai jadwal.",
  behind: "Tidak ada kegiatan yang tertinggal.",
  done: "Belum ada kegiatan yang selesai.",
};

/** What a person of the office is told of his work here when he asks what is held on him. */
export const WORK_DATA_WORDS = {
  activity: "Kegiatan",
  team: { title: "Kegiatan program kerja", purpose: "Arsip siapa mengerjakan kegiatan apa." },
  comments: { title: "Komentar", purpose: "Bagian dari riwayat kegiatan." },
  updates: { title: "Laporan kemajuan", purpose: "Dasar laporan program kerja desa." },
  fate: {
    what: "Kegiatan, komentar, dan laporan kemajuan pada program kerja",
    reason: "Arsip penyelenggaraan pemerintahan desa; namanya tetap pada pekerjaannya.",
  },
} as const;

/** `Triwulan II 2027` with the Roman numeral that official reports use. */
export function quarterName(quarter: number, year?: number): string {
  const name = `Triwulan ${["I", "II", "III", "IV"][quarter - 1] ?? quarter}`;
  return year === undefined ? name : `${name} ${year}`;
}

/** Messages in the inbox: title, and what they say. */
export const INBOX = {
  updateSubmitted: (activity: string) => `Laporan kemajuan menunggu persetujuan: ${activity}`,
  updateApproved: (activity: string) => `Laporan kemajuan disetujui: ${activity}`,
  updateReturned: (activity: string) => `Laporan kemajuan dikembalikan: ${activity}`,
  mentioned: (author: string, activity: string) => `${author} menyebut Anda di ${activity}`,
  handedToYou: (activity: string) => `Anda menjadi penanggung jawab: ${activity}`,
  handedAway: (activity: string, receiver: string) => `${activity} diserahkan kepada ${receiver}`,
  stepAssigned: (step: string) => `Langkah untuk Anda: ${step}`,
  stepDue: (step: string) => `Jatuh tempo hari ini: ${step}`,
  updateDue: (activity: string, quarter: number, year: number) =>
    `Saatnya melaporkan ${quarterName(quarter, year)}: ${activity}`,
  updateLate: (activity: string, quarter: number, year: number) =>
    `Laporan ${quarterName(quarter, year)} terlambat: ${activity}`,
  deviationDue: (activity: string) => `Jelaskan keterlambatan: ${activity}`,
  programmeStarted: (year: number) => `Program kerja ${year} mulai berjalan`,
} as const;

/** Lines of Meja kerja. */
export const QUEUE = {
  review: (year: number) => `Periksa program kerja ${year}`,
  mendProgramme: (year: number) => `Perbaiki program kerja ${year}`,
  finish: (year: number) => `Lengkapi dan ajukan program kerja ${year}`,
  open: (year: number) => `Susun program kerja ${year}`,
  openMeta: "Mulai dari contoh dengan empat program dan empat belas kegiatan.",
  mendActivity: (name: string) => `Perbaiki rencana: ${name}`,
  approveOne: (name: string) => `Periksa laporan: ${name}`,
  approveMany: (count: number) => `${count} laporan menunggu persetujuan Anda`,
  mendUpdate: (name: string) => `Perbaiki laporan: ${name}`,
  finishUpdate: (name: string) => `Selesaikan rancangan laporan: ${name}`,
  report: (quarter: string, name: string) => `Laporkan ${quarter}: ${name}`,
  until: (date: string, dueIn: string) => `Paling lambat ${date} · ${dueIn}`,
  explain: (name: string) => `Jelaskan keterlambatan: ${name}`,
  agree: (name: string) => `Periksa penjelasan keterlambatan: ${name}`,
  agreeMeta: "Warga membacanya setelah disetujui.",
  explainMeta: "Tertinggal melebihi batas. Tulis penyebab dan perbaikannya.",
  reportNow: (name: string) => `Laporkan kemajuan: ${name}`,
  thisMonth: "Dikerjakan bulan ini",
  spend: (name: string) => `Catat belanja: ${name}`,
  importMoney: (year: number) => `Impor anggaran dan belanja ${year}`,
  importMoneyMeta: "Dari lembar Siskeudes, untuk semua kegiatan sekaligus",
  spendMeta: "Sudah berjalan, belum ada belanja yang dicatat",
} as const;
