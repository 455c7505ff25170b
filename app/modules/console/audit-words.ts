import { type AuditWords, detailText } from "#app/platform/audit-words.ts";
import { formatFileSize } from "#app/ui/format.ts";

type Details = Record<string, unknown>;

/** What the directory's log says of what people above the villages, commands and sweeps did. */
export const OVERSIGHT_AUDIT_WORDS: AuditWords = {
  "overseer.sign-in": () => "masuk dengan kata sandi",
  "overseer.second-factor": (details) => `masuk dengan pengaman kedua (${detailText(details, "by", "kode")})`,
  "overseer.join": () => "menerima undangan dan membuat akun",
  "overseer.invite": (details) => `mengundang ${detailText(details, "name")}`,
  "overseer.revoke-invitation": (details) =>
    `membatalkan undangan ${detailText(details, "name", "seseorang")}`,
  "overseer.dismiss": (details) => `memberhentikan ${detailText(details, "name")}`,
  "overseer.end-sessions": (details) => `mengeluarkan ${detailText(details, "name")} dari semua perangkat`,
  "overseer.end-other-sessions": () => "keluar dari semua perangkat lain",
  "overseer.change-password": () => "mengganti kata sandinya",
  "overseer.set-totp": () => "memasang kode autentikator",
  "overseer.add-passkey": () => "menambah kunci sandi",
  "overseer.rename-passkey": () => "mengganti nama kunci sandi",
  "overseer.remove-passkey": () => "menghapus kunci sandi",

  "village.suspend": (details) =>
    details.because === "contest"
      ? "menangguhkan desa karena sanggahan diterima"
      : `menangguhkan desa${reasonOf(details)}`,
  "village.lift-suspension": (details) => `mencabut penangguhan desa${reasonOf(details)}`,
  "village.verify": (details) => `memverifikasi desa ${BASES[detailText(details, "basis")] ?? ""}`.trimEnd(),
  "village.end-trial": () => "mengakhiri masa uji coba desa; datanya dihapus",
  "village.keep-trial": () => "membiarkan masa uji coba desa berjalan",
  "village.set-canary": (details) =>
    details.isCanary
      ? "menjadikan desa ini yang dimigrasi lebih dahulu"
      : "memigrasi desa ini bersama yang lain",
  "village.set-quota": (details) =>
    `mengubah ruang berkas desa dari ${sizeOf(details, "from")} menjadi ${sizeOf(details, "to")}${reasonOf(details)}`,
  "village.start-move": () => "mulai memindahkan data desa ke rumah data lain",
  "village.move": () => "memindahkan data desa ke rumah data lain",
  "village.cancel-move": () => "membatalkan pemindahan data desa",
  "village.recover-account": () => "membuat tautan pemulihan akun Kepala Desa",
  "village.recovery-notice": () => "mencatat bahwa pemberitahuan pemulihan sudah dikirim",
  "village.order-restore": (details) =>
    `meminta pemulihan desa ke ${detailText(details, "to", "keadaan lama")}${reasonOf(details)}`,

  "claim.ask": (details) =>
    details.basis === "list"
      ? "meminta dicocokkan dengan daftar perangkat kabupaten"
      : "meminta verifikasi desa dengan surat pengantar",
  "claim.contest": () => "menyanggah pendaftaran desa",
  "claim.answer": () => "menjawab sanggahan",
  "claim.object": () => "mengajukan keberatan",
  "claim.read-letter": () => "membuka surat",
  "claim.accept": (details) =>
    details.kind === "contest" ? "menerima sanggahan" : "menerima permintaan verifikasi",
  "claim.refuse": (details) =>
    `${details.kind === "contest" ? "menolak sanggahan" : "menolak permintaan verifikasi"}${reasonOf(details)}`,
  "claim.uphold-objection": (details) => `menerima keberatan desa${reasonOf(details)}`,
  "claim.refuse-objection": (details) => `menolak keberatan desa${reasonOf(details)}`,
  "claim.reverse": (details) => `membatalkan putusan atas sanggahan${reasonOf(details)}`,
  "claim.renew-ticket": () => "membuat tautan pendaftaran baru untuk penyanggah",

  "officials.check": (details) =>
    `mengunggah daftar perangkat berisi ${detailText(details, "rows")} baris untuk diperiksa`,
  "officials.use": (details) => `memberlakukan daftar perangkat berisi ${detailText(details, "rows")} baris`,

  "dead-letter.retry": (details) => `mencoba lagi pekerjaan yang gagal (${detailText(details, "kind")})`,
  "dead-letter.settle": (details) =>
    `menandai selesai pekerjaan yang gagal (${detailText(details, "kind")})${reasonOf(details)}`,
  "alert.settle": (details) => `menandai selesai peringatan: ${detailText(details, "note")}`,
};

const BASES: Record<string, string> = {
  list: "menurut daftar perangkat kabupaten",
  letter: "menurut surat pengantar",
  "by-hand": "tanpa permintaan",
};

function reasonOf(details: Details): string {
  return typeof details.reason === "string" && details.reason ? `: ${details.reason}` : "";
}

function sizeOf(details: Details, key: string): string {
  return typeof details[key] === "number" ? formatFileSize(details[key]) : "-";
}
