import { formatDate } from "#app/ui/format.ts";
import type { EventProblem, ProblemCode } from "./event-check-rules.ts";
import type { EventKind } from "./event-rules.ts";
import { STATUS } from "./person-rules.ts";

/** What each kind of event is called. */
export const EVENT_NAMES: Record<EventKind, string> = {
  opening: "Saldo awal",
  birth: "Lahir",
  move_in: "Pindah datang",
  death: "Meninggal",
  move_out: "Pindah keluar",
  missing: "Hilang",
  left: "Pergi",
  returned: "Kembali",
  move_inside: "Pindah di dalam desa",
  family_change: "Perubahan KK",
  change: "Perubahan data",
  correction: "Pembetulan",
};

/** What each status is called. */
export const STATUS_NAMES: Record<number, string> = {
  [STATUS.here]: "Tinggal di desa",
  [STATUS.dead]: "Meninggal",
  [STATUS.moved]: "Pindah",
  [STATUS.missing]: "Hilang",
  [STATUS.left]: "Pergi",
  [STATUS.invalid]: "Tidak berlaku",
};

const REASONS: Record<ProblemCode, (since: string) => string> = {
  future: () => "tanggalnya belum tiba",
  before_birth: () => "tanggalnya sebelum tanggal lahir",
  before_entry: () => "orang ini belum tercatat sebagai penduduk pada tanggal itu",
  entered_already: () => "orang ini sudah tercatat sebagai penduduk",
  here_already: (since) => `orang ini tercatat tinggal di desa sejak ${since}`,
  dead: (since) => `orang ini tercatat meninggal pada ${since}`,
  not_here: (since) => `orang ini tercatat tidak tinggal di desa sejak ${since}`,
  still_expected: (since) => `orang ini tercatat hilang atau pergi sejak ${since}; catat sebagai kembali`,
  invalid: (since) => `datanya dinyatakan tidak berlaku sejak ${since}`,
};

/** Why an event can't be recorded. @param isNew the event itself can't be; else one that came later stands against it */
export function problemSentence(name: string | null, problem: EventProblem, isNew: boolean): string {
  const whose = name ? ` untuk ${name}` : "";
  const reason = REASONS[problem.code](problem.since ? formatDate(problem.since) : "awal");
  if (isNew) return `Peristiwa ini tidak dapat dicatat${whose}: ${reason}.`;
  const later = `${EVENT_NAMES[problem.kind]} tanggal ${formatDate(problem.happenedOn)}`;
  return `Tidak dapat dicatat${whose}, karena peristiwa "${later}" lalu tidak mungkin lagi: ${reason}. Periksa tanggalnya, atau betulkan dahulu peristiwa itu.`;
}

export const EVENT_WORDS = {
  changedMeanwhile:
    "Data orang ini baru saja diubah orang lain, jadi belum ada yang disimpan. Muat ulang halaman, periksa keadaannya, lalu ulangi.",
  eventGone: "Peristiwa itu tidak ada atau sudah dibatalkan.",
  needsHead: "Pilih kepala keluarga baru: KK ini masih berisi anggota, tetapi kepalanya tidak ada lagi.",
  twoHeads: "Sebuah KK hanya punya satu kepala keluarga. Periksa hubungan keluarganya.",
  needsCard: (name: string) => `${name} belum masuk KK mana pun. Pilih KK-nya, atau buat KK baru.`,
  notMember: "Orang yang dipilih bukan lagi anggota KK ini. Muat ulang halaman, lalu pilih lagi.",
  headNotAmongMovers: "Kepala KK yang baru harus salah satu dari orang yang pindah ke KK itu.",
  sameFamily: "Orang-orang ini sudah berada di KK itu. Pilih KK yang lain.",
  emptyFamily: "KK itu tidak berisi siapa pun. Pilih KK yang masih ada anggotanya.",
  familyGone: "KK itu tidak ada. Cari dan pilih lagi.",
  areaGone: "Wilayah itu tidak dipakai lagi. Pilih wilayah yang lain.",
  areaMissing: "Pilih wilayah tempat tinggalnya.",
  roleMissing: "Pilih hubungannya dengan kepala keluarga.",
  isHead: "Orang ini sudah menjadi kepala keluarga.",
  noCard: (name: string) =>
    `${name} belum masuk KK mana pun, jadi anaknya belum dapat dicatat di sini. Masukkan dahulu ke sebuah KK.`,
  headLeaves: "Kepala keluarga baru harus orang yang tinggal di KK ini, bukan yang ikut keluar.",
} as const;
