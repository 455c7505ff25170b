import type { ActivityProblem, IndicatorProblem } from "./check-rules.ts";
import type { ClosingObstacle } from "./closing-rules.ts";
import type { ReportColumn } from "./report-column-rules.ts";
import type {
  ApprovalObstacle,
  Direction,
  IndicatorSource,
  ProgrammeState,
  ReviewState,
  UpdateState,
} from "./rules.ts";

export const PROGRAMME_STATE_NAMES: Record<ProgrammeState, string> = {
  draft: "Rancangan",
  submitted: "Diajukan",
  returned: "Dikembalikan",
  approved: "Disetujui",
  running: "Berjalan",
  closed: "Ditutup",
};

/** What each state means for the reader, and what comes next. */
export const PROGRAMME_STATE_HINTS: Record<ProgrammeState, string> = {
  draft: "Program kerja masih disusun. Ajukan kepada Kepala Desa setelah semua kegiatan lengkap.",
  submitted: "Program kerja menunggu pemeriksaan Kepala Desa.",
  returned: "Kepala Desa mengembalikan program kerja. Perbaiki menurut catatannya, lalu ajukan lagi.",
  approved: "Program kerja disetujui dan mulai berjalan pada 1 Januari tahun programnya.",
  running: "Program kerja sedang berjalan. Laporkan kemajuan setiap triwulan.",
  closed: "Program kerja sudah ditutup. Isinya tidak dapat diubah lagi.",
};

export const REVIEW_STATE_NAMES: Record<ReviewState, string> = {
  open: "Belum diperiksa",
  returned: "Perlu diperbaiki",
  accepted: "Diterima",
};

export const UPDATE_STATE_NAMES: Record<UpdateState, string> = {
  draft: "Rancangan",
  submitted: "Menunggu persetujuan",
  returned: "Dikembalikan",
  approved: "Disetujui",
};

export const DIRECTION_NAMES: Record<Direction, string> = {
  rising: "Makin tinggi makin baik",
  falling: "Makin rendah makin baik",
};

export const INDICATOR_SOURCE_NAMES: Record<IndicatorSource, string> = {
  manual: "Diisi lewat laporan kemajuan",
  counted: "Dihitung dari catatan desa",
};

export const ACCUMULATION_NAMES = {
  cumulative: "Nilai tiap triwulan dijumlahkan",
  latest: "Nilai terakhir yang dipakai",
} as const;

/** Beside the three percentages. */
export const PROGRESS_WORDS = {
  physical: "Fisik",
  financial: "Keuangan",
  elapsed: "Waktu",
  noIndicator: "Belum ada indikator",
  noTarget: "Belum ada target",
  noBudget: "Tanpa anggaran",
  noMonths: "Bulan pelaksanaan belum dipilih",
  nothingReported: "Belum ada laporan yang disetujui",
  behind: "Terlambat",
  onTrack: "Sesuai jadwal",
  deviationNeeded: "Jelaskan penyebab keterlambatan dan langkah perbaikannya.",
  replaces: (value: string, unit: string) =>
    `Menggantikan ${value} ${unit} yang sudah disetujui untuk triwulan ini.`,
  notCounted: (value: string, unit: string) =>
    `Tidak mengubah hitungan: ${value} ${unit} untuk hari yang lebih baru sudah disetujui.`,
  fromBaseline: "Persentase dihitung dari jarak antara keadaan awal dan target.",
  aboveHundred: "Capaian dalam persen melebihi 100. Periksa lagi angkanya.",
  overspent: (over: string) =>
    `Belanja melebihi anggaran sebesar ${over}. Periksa catatannya, atau ubah anggarannya.`,
  percentOfYear: "Persentase fisik dihitung terhadap target satu tahun.",
} as const;

export const APPROVAL_OBSTACLES: Record<ApprovalObstacle, string> = {
  not_submitted: "Program kerja ini tidak sedang diajukan, sehingga tidak dapat disetujui.",
  no_activities: "Program kerja ini belum berisi kegiatan. Kembalikan kepada penyusunnya.",
  activities_returned:
    "Masih ada kegiatan yang dikembalikan. Tunggu perbaikannya atau cabut pengembaliannya.",
};

export const CLOSING_OBSTACLES: Record<ClosingObstacle, (year: number) => string> = {
  too_early: (year) => `Program kerja ${year} baru dapat ditutup mulai 31 Desember ${year}.`,
  reports_waiting: () =>
    "Masih ada laporan yang menunggu persetujuan. Setujui atau kembalikan dahulu, lalu tutup tahunnya.",
  drafts_left: () =>
    "Masih ada laporan yang belum dikirim. Centang bila laporan itu memang tidak ikut dihitung.",
};

/** On the page that closes a year. */
export const CLOSING_WORDS = {
  lead: "Setelah ditutup, kemajuan dan belanja tahun ini tidak dapat diubah lagi.",
  open: (count: number) => `${count} laporan belum disetujui`,
  openLead: "Angka pada laporan ini tidak ikut dihitung bila tahunnya ditutup sekarang.",
  leaveDrafts: "Tutup tanpa laporan yang belum dikirim atau dikembalikan",
};

export const PLAN_PROBLEMS: Record<ActivityProblem | IndicatorProblem, string> = {
  activity_name_missing: "Isi nama kegiatan.",
  months_missing: "Pilih paling sedikit satu bulan pelaksanaan.",
  responsible_missing: "Pilih paling sedikit satu orang pelaksana.",
  indicator_missing: "Tambahkan paling sedikit satu indikator.",
  code_invalid: "Kode kegiatan APBDes ditulis seperti 01.03.01, dengan bidang 01 sampai 05.",
  budget_invalid: "Anggaran diisi dalam rupiah penuh, 0 atau lebih.",
  budget_needs_source: "Pilih sumber dana untuk anggaran ini.",
  indicator_name_missing: "Isi nama indikator.",
  unit_missing: "Isi satuan indikator, misalnya orang, surat, atau persen.",
  target_missing: "Isi target paling sedikit satu triwulan.",
  target_negative: "Target tidak boleh kurang dari 0.",
  percent_target_above_100: "Target dalam persen tidak boleh lebih dari 100. Ganti angkanya, atau satuannya.",
  falling_needs_baseline: "Indikator yang harus turun memerlukan keadaan awal. Isi keadaan awalnya.",
  falling_target_above_baseline: "Target indikator yang harus turun tidak boleh melebihi keadaan awal.",
  rising_target_below_baseline: "Target indikator yang harus naik tidak boleh di bawah keadaan awal.",
  rising_needs_positive_target: "Tanpa keadaan awal, target satu tahun harus lebih dari 0.",
};

/** Refusals of the verbs, as shown above a form or on the 409 page. */
export const ERRORS = {
  programmeExists: "Program kerja untuk tahun ini sudah ada. Buka program kerja tersebut.",
  programmeLocked: "Program kerja sudah diajukan atau disetujui, sehingga isinya tidak dapat diubah.",
  activityLocked: "Kegiatan ini sedang diperiksa atau sudah disetujui, sehingga tidak dapat diubah.",
  programmeMoved: "Keadaan program kerja sudah berubah sejak halaman ini dibuka. Muat ulang halaman.",
  notRunning: "Kemajuan hanya dapat dilaporkan untuk program kerja yang sedang berjalan.",
  planIncomplete: "Beberapa kegiatan belum lengkap. Lengkapi kegiatan yang ditandai, lalu ajukan lagi.",
  reasonMissing: "Tulis alasannya supaya penyusun tahu apa yang harus diperbaiki.",
  targetReasonMissing: "Tulis alasan perubahan target.",
  updateMoved: "Laporan kemajuan ini sudah diperiksa. Muat ulang halaman untuk melihat hasilnya.",
  ownUpdate: "Laporan yang Anda buat sendiri harus disetujui oleh orang lain.",
  targetInvalid: "Isi target dengan angka 0 atau lebih. Gunakan koma untuk pecahan.",
  baselineInvalid: "Isi keadaan awal dengan angka. Gunakan koma untuk pecahan.",
  valueInvalid: "Isi capaian dengan angka 0 atau lebih. Gunakan koma untuk pecahan.",
  updateOutsideQuarter: "Tanggal keadaan harus berada di dalam triwulan yang dilaporkan.",
  updateInFuture: "Tanggal keadaan tidak boleh setelah hari ini.",
  countedIndicator: "Indikator ini dihitung dari catatan desa dan tidak perlu diisi.",
  codeInvalid: PLAN_PROBLEMS.code_invalid,
  causeMissing: "Tulis penyebab keterlambatan.",
  correctionMissing: "Tulis langkah perbaikan.",
  monthUnknown: "Bulan harus antara Januari dan Desember.",
} as const;

/** Empty lists: what belongs there, and the button that starts it. */
export const EMPTY = {
  programmes: {
    text: "Belum ada program kerja. Mulailah dari contoh dengan empat program dan empat belas kegiatan, lalu sesuaikan.",
    action: "Susun program kerja",
  },
  activities: { text: "Program ini belum berisi kegiatan.", action: "Tambah kegiatan" },
  indicators: {
    text: "Kegiatan ini belum memiliki indikator, sehingga kemajuannya belum dapat diukur.",
    action: "Tambah indikator",
  },
  updates: { text: "Belum ada laporan kemajuan untuk indikator ini.", action: "Laporkan kemajuan" },
  steps: {
    text: "Belum ada langkah kerja. Bagilah kegiatan ini menjadi langkah kecil.",
    action: "Tambah langkah",
  },
  people: {
    text: "Belum ada pelaksana. Pilih siapa yang mengerjakan kegiatan ini.",
    action: "Pilih pelaksana",
  },
  comments: { text: "Belum ada komentar tentang kegiatan ini.", action: "Tulis komentar" },
  evidence: { text: "Belum ada foto atau berkas bukti.", action: "Unggah bukti" },
  spending: { text: "Belum ada belanja yang dicatat untuk kegiatan ini.", action: "Catat belanja" },
  history: { text: "Belum ada perubahan sejak kegiatan ini dibuat.", action: null },
  queue: { text: "Tidak ada yang menunggu Anda saat ini.", action: null },
  deviations: { text: "Tidak ada kegiatan yang tertinggal dari jadwal.", action: null },
  reports: { text: "Belum ada laporan yang dibuat.", action: "Buat laporan" },
  publicProgramme: { text: "Desa ini belum mengumumkan program kerja tahun ini.", action: null },
} as const;

export const REPORT_COLUMN_NAMES: Record<ReportColumn, string> = {
  code: "Kode",
  name: "Kegiatan",
  purpose: "Tujuan",
  duty: "Tugas pokok",
  legalBasis: "Dasar hukum",
  responsible: "Pelaksana",
  months: "Bulan",
  indicator: "Indikator",
  baseline: "Keadaan awal",
  targetOfYear: "Target setahun",
  targetToDate: "Target s.d. triwulan",
  realised: "Realisasi",
  indicatorPercent: "Capaian indikator",
  physical: "Fisik",
  budget: "Anggaran",
  spending: "Belanja",
  financial: "Keuangan",
  fundSource: "Sumber dana",
  elapsed: "Waktu",
  gap: "Tertinggal",
  cause: "Penyebab",
  correction: "Perbaikan",
  evidence: "Bukti",
};
