import { formatDate } from "#app/ui/format.ts";
import type { EventProblem, ProblemCode } from "./event-check-rules.ts";
import type { EventPath } from "./event-choice-rules.ts";
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

/** A kind of event within a sentence: `perubahan KK`. */
export function eventInSentence(kind: EventKind): string {
  return EVENT_NAMES[kind].toLowerCase().replace(/\bkk\b/, "KK");
}

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
  memberIsNoHead: "Kepala keluarganya sudah ada di atas. Pilih hubungan yang lain.",
  bornAfterArrival: "Tanggal lahir ini sesudah tanggal datang. Periksa keduanya.",
  isHead: "Orang ini sudah menjadi kepala keluarga.",
  noCard: (name: string) =>
    `${name} belum masuk KK mana pun, jadi anaknya belum dapat dicatat di sini. Masukkan dahulu ke sebuah KK.`,
  headLeaves: "Kepala keluarga baru harus orang yang tinggal di KK ini, bukan yang ikut keluar.",
} as const;

/** What stands on the forms of events. */
export const EVENT_FORM_WORDS = {
  dayHint: "Boleh tanggal yang sudah lewat.",
  noteHint: "Jangan tulis NIK atau nomor KK di sini.",
  membersHint: "Centang semua yang ikut. Bila semuanya dicentang, satu KK ikut.",
  splitHint: "Centang yang keluar dari KK ini dan masuk ke KK baru.",
  headHint: "Pilih bila kepala keluarga ikut keluar dan masih ada yang tinggal di KK ini.",
  headOfDead: "KK ini masih berisi anggota, jadi kepala keluarga yang baru dipilih sekarang.",
  widowed: (name: string) => `Ubah status perkawinan ${name} menjadi cerai mati`,
  childRole: "Ayah dan ibu dipilih dari anggota KK. Bila tidak ada di sini, kosongkan.",
  nikLater: "Dapat diisi bila sudah terbit.",
  kkLater: "Boleh kosong bila KK-nya belum terbit.",
  sameArea: "Kosongkan bila tinggal di tempat yang sama.",
  headChange: "Anggota yang lain dihubungkan kembali dengan kepala yang baru; periksa setelahnya.",
  missingLead: "Untuk orang yang tidak diketahui keberadaannya dan sudah dilaporkan.",
  leftLead: "Untuk orang yang meninggalkan desa tanpa mengurus surat pindah.",
  noCards:
    "Tidak ada KK dengan nama itu. Periksa ejaannya, atau cari anggota yang lain. Cari dengan nama, bukan nomor.",
  noChoices:
    "Tidak ada peristiwa yang dapat dicatat pada keadaan ini. Bila keadaannya keliru, batalkan peristiwa yang salah di bawah.",
  cancelLead: "Peristiwanya tetap terlihat di riwayat, tetapi tidak dihitung lagi.",
  cancelsAll: "Semua ini dicatat sekaligus, jadi dibatalkan sekaligus:",
  cancelsEntry:
    "Ini peristiwa pertama orang ini. Bila dibatalkan, datanya menjadi tidak berlaku dan ia tidak dihitung sebagai penduduk.",
  moveInLead: "Untuk satu orang, atau satu keluarga sekaligus: kepala keluarga dahulu, lalu anggotanya.",
  membersLead:
    "Buka satu baris untuk tiap orang: nama, hubungan, dan jenis kelamin wajib diisi; baris yang kosong diabaikan. Asal, alamat, agama, dan kewarganegaraannya mengikuti orang pertama; ubah di halaman orangnya bila berbeda.",
  memberRow: (order: number) => `Anggota ${order}`,
  ontoCard: (name: string) => `Masuk ke KK ${name}.`,
  noEvents: "Tidak ada peristiwa pada masa ini",
  noEventsMore:
    "Peristiwa dicatat dari halaman orangnya: cari orangnya di daftar penduduk, lalu pilih Catat peristiwa.",
} as const;

const NIK_LATER = "NIK dapat diisi bila sudah terbit.";

/** The page that an act leads to: the person's, which offers the sheet for Dukcapil. */
export function afterAct(residentId: string, actId: string): string {
  return `/kantor/penduduk/${residentId}?tindakan=${actId}`;
}

/** What is said when it is done. */
export const EVENT_DONE = {
  /** @param doubt what speaks against the NIK that was written; `none` where there is no NIK yet */
  birth: (name: string, doubt: string | "none" | null) =>
    [`Kelahiran ${name} tercatat, dan ia masuk ke KK ini.`, doubt === "none" ? NIK_LATER : doubt]
      .filter(Boolean)
      .join(" "),
  death:
    "Kematian tercatat. Akta kematian diurus di Dukcapil; surat keterangannya dapat dibuat dari menu Surat.",
  moveOut: (count: number) =>
    count > 1
      ? "Kepindahan tercatat. Periksa hubungan keluarga yang tinggal bila kepalanya berganti."
      : "Kepindahan tercatat.",
  missing: "Tercatat hilang. Bila ditemukan atau kembali, catat sebagai kembali.",
  left: "Tercatat pergi. Bila kembali, catat sebagai kembali.",
  returned: "Tercatat kembali dan tinggal di desa lagi.",
  moveInside: "Kepindahan di dalam desa tercatat.",
  split:
    "KK baru terbentuk. Nomornya dapat diisi bila KK sudah terbit; periksa hubungan keluarga anggotanya.",
  merge: "Anggota sudah masuk ke KK tujuan.",
  head: "Kepala keluarga berganti. Periksa hubungan keluarga anggota yang lain.",
  endStay: "Akhir masa tinggal tercatat.",
  /** @param others how many came with him @param doubts what speaks against the numbers that were written */
  moveIn: (name: string, others: number, doubts: readonly string[]) =>
    [`${name}${others > 0 ? ` dan ${others} anggota keluarganya` : ""} tercatat datang.`, ...doubts].join(
      " ",
    ),
  cancelled: "Peristiwa dibatalkan; keadaannya kembali seperti sebelum peristiwa itu.",
  setting: "Cara menghitung tersimpan.",
} as const;

/** The events that may be chosen, as buttons name them. */
export const CHOICE_WORDS: Record<EventPath, { title: string; meta: string }> = {
  lahir: { title: "Kelahiran", meta: "Bayi baru di KK ini" },
  meninggal: { title: "Kematian", meta: "Bila kepala keluarga, penggantinya dipilih sekaligus" },
  pindah: { title: "Pindah keluar desa", meta: "Sendiri, sebagian, atau satu KK" },
  "pindah-dalam": { title: "Pindah di dalam desa", meta: "Ke dusun, RW, atau RT lain" },
  "pecah-kk": { title: "Pecah KK", meta: "Sebagian anggota membentuk KK baru" },
  "gabung-kk": { title: "Gabung ke KK lain", meta: "Masuk ke KK yang sudah ada" },
  "kepala-keluarga": { title: "Ganti kepala keluarga", meta: "Anggotanya tetap" },
  hilang: { title: "Hilang", meta: "Tidak diketahui keberadaannya" },
  pergi: { title: "Pergi", meta: "Meninggalkan desa tanpa surat pindah" },
  kembali: { title: "Kembali", meta: "Tinggal di desa lagi" },
  "selesai-tinggal": { title: "Akhir masa tinggal", meta: "Penduduk sementara pergi" },
};

/** `November 2026`, `Januari 2026 sampai Maret 2026`. */
export function periodText({ from, to }: { from: string; to: string }): string {
  const month = (day: string) => formatDate(day).split(" ").slice(1).join(" ");
  return from.slice(0, 7) === to.slice(0, 7) ? month(from) : `${month(from)} sampai ${month(to)}`;
}

/** Whence somebody came or where he went, as the register of mutations names it. */
export function eventPlace({ details }: { details: Record<string, string | number | null> }): string | null {
  const { destination, origin, place } = details;
  const known = [destination, origin, place].find((value) => typeof value === "string" && value !== "");
  return known === undefined ? null : String(known);
}

export const BALANCE_WORDS = {
  names: {
    opening: "Awal",
    born: "Lahir",
    came: "Datang",
    died: "Meninggal",
    left: "Pindah",
    inside_in: "Masuk dari dusun lain",
    inside_out: "Keluar ke dusun lain",
    changed: "Perubahan data",
    closing: "Akhir",
  },
  columns: {
    citizens: { citizenMen: "L", citizenWomen: "P", foreignMen: "", foreignWomen: "" },
    all: { citizenMen: "WNI L", citizenWomen: "WNI P", foreignMen: "WNA L", foreignWomen: "WNA P" },
  },
  families: (before: number, after: number) =>
    `Kartu keluarga: ${before.toLocaleString("id-ID")} pada awal, ${after.toLocaleString("id-ID")} pada akhir.`,
  lead: (period: string) =>
    `Penduduk tetap pada ${period}: awal + lahir + datang − meninggal − pindah = akhir.`,
  insideNote:
    "Pindah antar dusun hanya tampak pada dusunnya; di jumlah desa saling menghapus. Penduduk hasil impor dihitung sebagai saldo awal.",
  counted: "Yang hilang dan pergi dihitung sebagai pindah, dan sebagai datang bila kembali.",
  notCounted: "Yang hilang dan pergi tetap dihitung sebagai penduduk.",
  setting: "Hitung yang hilang dan pergi sebagai pindah",
  empty: "Belum ada penduduk yang tercatat sampai akhir masa ini",
  emptyMore: "Impor data penduduk, atau catat penduduk yang datang dan lahir. Angkanya lalu tampil di sini.",
} as const;
