import { type AuditWords, detailText } from "#app/platform/audit-words.ts";
import { positionTitle } from "./words.ts";

/** What the audit log says of accounts, positions and invitations. */
export const AUDIT_WORDS: AuditWords = {
  "account.change": () => "memperbarui akunnya sendiri",
  "account.change-password": () => "mengganti kata sandinya sendiri",
  "account.join": (details) => `bergabung melalui undangan sebagai ${titleOf(details)}`,
  "account.dismiss": (details) => `memberhentikan akun ${detailText(details, "name")}`,
  "account.reinstate": (details) => `mengaktifkan lagi akun ${detailText(details, "name")}`,
  "account.reset-password": (details) =>
    `membuat tautan kata sandi baru untuk ${detailText(details, "name")}`,
  "account.hand-over": (details) =>
    `menyerahterimakan pekerjaan ${detailText(details, "name")} kepada ${detailText(details, "kepada")}`,
  "invitation.hand-over": (details) =>
    `meneruskan undangan ${detailText(details, "name")} kepada ${detailText(details, "kepada")}`,
  "account.set-password": () => "membuat kata sandi baru melalui tautan",
  "account.set-totp": () => "memasang kode autentikator",
  "account.remove-totp": () => "mematikan kode autentikatornya",
  "account.add-passkey": (details) => `memasang kunci sandi ${detailText(details, "name")}`,
  "account.rename-passkey": (details) => `menamai kunci sandinya ${detailText(details, "name")}`,
  "account.remove-passkey": () => "menghapus kunci sandinya",
  "account.forget-device": (details) => `melupakan perangkat ${detailText(details, "device")}`,
  "account.give-recovery-code": (details) => `membuat kode pemulihan untuk ${detailText(details, "name")}`,
  "account.use-recovery-code": () => "masuk dengan kode pemulihan",
  "account.prepare-recovery": (details) => `membuat tautan pemulihan untuk ${detailText(details, "name")}`,
  "account.recover": () => "memulihkan akunnya melalui tautan dari luar desa",
  "session.lock-out": (details) =>
    `menghentikan percobaan masuk ke akun ${detailText(details, "name")} selama 15 menit, karena terlalu banyak kata sandi yang salah`,
  "session.lock-out-network": () =>
    "menghentikan percobaan masuk dari satu sambungan internet selama 15 menit, karena terlalu banyak yang gagal",
  "session.revoke": (details) => `mengeluarkan akunnya dari ${detailText(details, "device")}`,
  "session.revoke-others": () => "mengeluarkan akunnya dari semua ponsel dan komputer lain",
  "invitation.make": (details) => `mengundang ${detailText(details, "name")} sebagai ${titleOf(details)}`,
  "invitation.renew": (details) => `membuat tautan baru untuk undangan ${detailText(details, "name")}`,
  "invitation.revoke": (details) => `membatalkan undangan untuk ${detailText(details, "name")}`,
  "position.accept": (details) => `menerima jabatan ${titleOf(details)}`,
  "position.give": (details) => `memberi ${detailText(details, "name")} jabatan ${titleOf(details)}`,
  "position.change": (details) => `mengubah jabatan ${titleOf(details)} dari ${detailText(details, "name")}`,
  "position.end": (details) => `mengakhiri jabatan ${titleOf(details)} dari ${detailText(details, "name")}`,
};

/** Kinds by which the audit log can be narrowed: first word of the action -> what it is called. */
export const AUDIT_KINDS: Record<string, string> = {
  account: "Akun",
  session: "Sesi masuk",
  invitation: "Undangan",
  position: "Jabatan",
};

const STATUSES = ["definitif", "pj", "plt", "plh"] as const;

function titleOf(details: Record<string, unknown>): string {
  const status = STATUSES.find((each) => each === details.status) ?? "definitif";
  return positionTitle(detailText(details, "position"), status);
}
