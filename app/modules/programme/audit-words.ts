import { type AuditWords, detailText } from "#app/platform/audit-words.ts";
import { formatDate } from "#app/ui/format.ts";
import { isCivilDate } from "./calendar-rules.ts";
import { formatRupiah } from "./format-rules.ts";
import { quarterName } from "./running-words.ts";

/** What the audit log and an activity's history say of the work programme: the words after the name of who did it. */
export const AUDIT_WORDS: AuditWords = {
  "programme.open": (details) => `menyusun program kerja ${detailText(details, "tahun")}`,
  "programme.submit": (details) => `mengajukan program kerja ${detailText(details, "tahun", "")}`.trim(),
  "programme.return": (details) => `mengembalikan program kerja. Alasan: ${sentenceOf(details, "alasan")}`,
  "programme.approve": (details) => `menyetujui program kerja ${detailText(details, "tahun", "")}`.trim(),
  "programme.start": (details) => `memulai program kerja ${detailText(details, "tahun")}`,
  "programme.close": (details) => `menutup program kerja ${detailText(details, "tahun")}`,
  "section.add": (details) => `menambahkan program ${detailText(details, "nama")}`,
  "section.save": (details) => `mengubah program ${detailText(details, "dari")}`,
  "section.remove": (details) => `menghapus program ${detailText(details, "nama")}`,
  "programme.save-settings": () => "mengubah pengaturan program kerja",
  "activity.add": () => "menambahkan kegiatan",
  "activity.save": (details) => `mengubah rencana kegiatan${changedBudget(details)}`,
  "activity.drop": (details) => `mencoret kegiatan. Alasan: ${sentenceOf(details, "alasan")}`,
  "activity.accept": () => "menerima kegiatan",
  "activity.return": (details) => `mengembalikan kegiatan. Alasan: ${sentenceOf(details, "alasan")}`,
  "activity.resubmit": () => "mengajukan lagi kegiatan yang sudah diperbaiki",
  "activity.hand-over": (details) =>
    `menyerahkan kegiatan kepada ${detailText(details, "kepada")}. Catatan: ${sentenceOf(details, "catatan")}`,
  "indicator.add": (details) => `menambahkan indikator ${detailText(details, "nama")}`,
  "indicator.save": (details) => `mengubah indikator ${detailText(details, "nama")}`,
  "indicator.retire": (details) => `menghapus indikator ${detailText(details, "nama")}`,
  "indicator.retarget": (details) =>
    `mengubah target ${detailText(details, "nama")}. Alasan: ${sentenceOf(details, "alasan")}`,
  "update.draft": (details) => `membuat rancangan laporan ${quarterOf(details)}`,
  "update.save": (details) => `memperbarui rancangan laporan ${quarterOf(details)}`,
  "update.submit": (details) => `mengirim laporan ${quarterOf(details)}${situationOf(details)}`,
  "update.approve": (details) =>
    `menyetujui laporan ${quarterOf(details)}${details.sendiri === true ? " yang ditulisnya sendiri" : ""}`,
  "update.return": (details) =>
    `mengembalikan laporan ${quarterOf(details)}. Alasan: ${sentenceOf(details, "alasan")}`,
  "update.remove-evidence": (details) => `menghapus bukti dari laporan ${quarterOf(details)}`,
  "update.publish-photos": (details) =>
    `menampilkan ${detailText(details, "foto", "0")} foto laporan ${quarterOf(details)} untuk warga`,
  "spending.record": (details) => `${spendingOf(details)}: ${sentenceOf(details, "keterangan")}`,
  "budget.change": (details) =>
    `mengubah anggaran dari ${rupiahOf(details, "dari")} menjadi ${rupiahOf(details, "menjadi")}. Alasan: ${sentenceOf(details, "alasan")}`,
  "deviation.explain": (details) =>
    `menjelaskan keterlambatan. Penyebab: ${sentenceOf(details, "penyebab")}. Perbaikan: ${sentenceOf(details, "perbaikan")}`,
  "deviation.correct": (details) =>
    `memperbaiki penjelasan keterlambatan. Penyebab: ${sentenceOf(details, "penyebab")}. Perbaikan: ${sentenceOf(details, "perbaikan")}`,
  "deviation.withdraw": (details) => `menarik penjelasan keterlambatan: ${sentenceOf(details, "penyebab")}`,
  "deviation.agree": (details) =>
    `menyetujui penjelasan keterlambatan untuk warga: ${sentenceOf(details, "penyebab")}`,
  "step.add": (details) => `menambahkan langkah ${detailText(details, "langkah")}`,
  "step.save": (details) => `mengubah langkah ${detailText(details, "langkah")}`,
  "step.finish": (details) => `menyelesaikan langkah ${detailText(details, "langkah")}`,
  "step.reopen": (details) => `membuka lagi langkah ${detailText(details, "langkah")}`,
  "step.remove": (details) => `menghapus langkah ${detailText(details, "langkah")}`,
  "comment.add": () => "menulis komentar",
  "programme.open-next": (details) =>
    `menyusun program kerja ${detailText(details, "tahun")} dari ${detailText(details, "dari")}`,
  "programme.carry": (details) =>
    `membawa ${detailText(details, "kegiatan")} kegiatan ${detailText(details, "dari")} ke rancangan ${detailText(details, "tahun")}`,
  "report.make": (details) => `mengunduh ${detailText(details, "berkas")}${situationOf(details, "per")}`,
  "report.save-columns": () => "mengatur kolom laporan",
  "budget-import.read": (details) => `mengunggah lembar ${detailText(details, "berkas")}`,
  "budget-import.map": () => "memilih kolom lembar anggaran dan belanja",
  "budget-import.apply": (details) =>
    `menerapkan lembar ${detailText(details, "berkas")} pada ${detailText(details, "kegiatan")} kegiatan`,
  "activity.import-money": (details) =>
    `menyamakan anggaran dan belanja dengan lembar ${detailText(details, "berkas")}${situationOf(details)}`,
};

/** Kinds by which the audit log can be narrowed: first word of the action -> what it is called. */
export const AUDIT_KINDS: Record<string, string> = {
  programme: "Program kerja",
  section: "Program",
  activity: "Kegiatan",
  indicator: "Indikator",
  update: "Laporan kemajuan",
  spending: "Belanja",
  budget: "Anggaran",
  deviation: "Keterlambatan",
  step: "Langkah kerja",
  comment: "Komentar",
  report: "Laporan program kerja",
  "budget-import": "Impor anggaran dan belanja",
};

function quarterOf(details: Record<string, unknown>): string {
  return typeof details.triwulan === "number" ? quarterName(details.triwulan) : "kemajuan";
}

function situationOf(details: Record<string, unknown>, key = "tanggal"): string {
  const day = detailText(details, key, "");
  return isCivilDate(day) ? ` untuk keadaan ${formatDate(day)}` : "";
}

function rupiahOf(details: Record<string, unknown>, key: string): string {
  const value = details[key];
  return typeof value === "number" ? formatRupiah(value) : "-";
}

function spendingOf(details: Record<string, unknown>): string {
  const amount = typeof details.jumlah === "number" ? details.jumlah : 0;
  const verb = amount < 0 ? "mengoreksi belanja sebesar" : "mencatat belanja";
  return `${verb} ${formatRupiah(Math.abs(amount))}`;
}

function changedBudget(details: Record<string, unknown>): string {
  return typeof details.anggaran === "number" ? `, anggaran menjadi ${rupiahOf(details, "anggaran")}` : "";
}

/** What somebody wrote, without its full stop: the sentence brings its own. */
function sentenceOf(details: Record<string, unknown>, key: string): string {
  return detailText(details, key).replace(/[.\s]+$/, "");
}
