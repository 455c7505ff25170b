import { formatDate } from "#app/ui/format.ts";

/** Sentences of the operator's console. */
export const CONSOLE_WORDS = {
  villageGone: "Desa ini tidak ada.",
  erased: "Desa ini sudah dihapus.",
  letterGone: "Pekerjaan ini tidak ada di daftar.",
  letterSettled: "Pekerjaan ini sudah diselesaikan. Buka lagi halamannya untuk melihat keadaannya.",
  cannotRetry:
    "Isi pesan ini tidak dapat dibaca, jadi tidak dapat dicoba lagi. Periksa sebabnya, lalu tandai selesai.",
  alertGone: "Peringatan ini tidak ada.",
  alertSettled: "Peringatan ini sudah selesai. Buka lagi halamannya untuk melihat keadaannya.",
  letterRetried: "Dicoba lagi sekarang. Bila gagal lagi, pekerjaan ini tampil kembali di sini.",
  letterDone: "Ditandai selesai.",
  alertClosed: "Peringatan ditandai selesai. Bila gangguannya berulang, peringatan ini tampil kembali.",
  canaryOn: (name: string) => `Desa ${name} sekarang dimigrasi lebih dahulu daripada desa lain.`,
  canaryOff: (name: string) => `Desa ${name} dimigrasi bersama desa lain.`,
  restoreOrdered: (name: string) =>
    `Pemulihan desa ${name} dimulai. Selama beberapa menit desa hanya dapat dibaca; hasilnya tampil di bawah.`,
  restoreOpen: "Pemulihan desa ini sedang berjalan. Tunggu sampai selesai.",
  restoreMoving: "Data desa ini sedang dipindahkan. Pulihkan setelah pemindahannya selesai.",
  restoreNotNow: "Desa ini belum siap atau sudah dihapus, jadi tidak dapat dipulihkan.",
  restoreName: (slug: string) => `Nama alamatnya tidak sama. Ketik ${slug}.`,
  restoreSource: "Keadaan ini tidak ada lagi. Pilih yang lain.",
  restoreDay: "Isi tanggal keadaan yang dipulihkan.",
  restoreHour: "Isi jamnya, misalnya 14:05.",
  restoreFuture: "Waktu ini belum lewat. Isi waktu yang sudah lewat.",
  restoreTooOld: (since: string) =>
    `Catatan per menit baru ada sejak ${since}. Isi waktu setelah itu, atau pilih cadangan.`,
  quotaGiven: (name: string) => `Ruang berkas desa ${name} diubah. Berlaku dalam satu menit.`,
} as const;

/** What states are called. */
export const STATE_NAMES = {
  provisioning: "Sedang disiapkan",
  active: "Aktif",
  suspended: "Ditangguhkan",
  erased: "Dihapus",
} as const;

export const TRUST_NAMES = { verified: "Terverifikasi", unverified: "Belum terverifikasi" } as const;

export const HOME_KINDS = { local: "libSQL di mesin ini", sqld: "sqld", turso: "Turso" } as const;

/** How far back a home lets a village go. */
export const PAST_NAMES = { minutes: "Sampai ke menit", nights: "Hanya cadangan malam" } as const;

export const BACKUP_REASONS = {
  nightly: "malam",
  "before-migration": "sebelum migrasi",
  "before-restore": "sebelum pemulihan",
  "by-hand": "atas permintaan",
} as const;

export const BACKUP_STATES = {
  running: "sedang dibuat",
  stored: "tersimpan",
  verified: "tersimpan dan teruji",
  failed: "gagal",
  deleted: "dihapus",
} as const;

export const ERASURE_REASONS = {
  "trial-over": "masa uji coba habis",
  exit: "desa berhenti",
  "claim-refused": "sanggahan diterima",
} as const;

/** Kinds of work, of due jobs and of messages; one that is new here shows its own name. */
const WORK_NAMES: Record<string, string> = {
  housekeeping: "pembersihan malam",
  backup: "cadangan malam",
  keys: "penggantian kunci",
  programme: "pengingat program kerja",
  trust: "verifikasi dan masa uji coba",
  usage: "pengukuran ruang berkas",
  "run-village-due": "pekerjaan desa",
  "resume-signup": "pendaftaran desa",
  "migrate-village": "migrasi desa",
  "resume-erasure": "penghapusan desa",
  "resume-restore": "pemulihan desa",
};

/** What a kind of work is called. */
export function workName(kind: string | null): string {
  if (kind === null) return "pesan yang tidak terbaca";
  return Object.hasOwn(WORK_NAMES, kind) ? (WORK_NAMES[kind] ?? kind) : kind;
}

/** The same at the start of a line. */
export function workTitle(kind: string | null): string {
  const name = workName(kind);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What became of a restore that somebody asked for. */
export const ORDER_STATES = { waiting: "Sedang berjalan", done: "Selesai", failed: "Gagal" } as const;

const SWEEP_NAMES: Record<string, string> = {
  due: "Pekerjaan yang jatuh tempo",
  backups: "Cadangan direktori dan perbandingan",
  counters: "Penghitung dan sisa masuk",
};

/** What a sweep is called. */
export function sweepName(sweep: string): string {
  return SWEEP_NAMES[sweep] ?? sweep;
}

const SIGNUP_STEPS = {
  reserved: "nama dipesan",
  created: "basis data dibuat",
  migrated: "tabel dibuat",
  staffed: "akun pertama dibuat",
  active: "selesai",
} as const;

/** How far a sign-up has come. */
export function signupStep(step: keyof typeof SIGNUP_STEPS): string {
  return SIGNUP_STEPS[step];
}

/** The day of an instant as the operator reads it: all of them in WIB. */
export function dayOf(instant: string): string {
  return formatDate(new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10));
}
