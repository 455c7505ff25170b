import type { KeptRecord, RetentionRule } from "#app/platform/privacy/retention-rule.ts";

const DISMISSED = "SELECT dismissed_at FROM accounts WHERE accounts.id = account_id AND state = 'dismissed'";

/** How long what belongs to accounts is kept. */
export const accountRetention: readonly RetentionRule[] = [
  {
    kind: "accounts.dismissed-contact",
    name: "Nomor telepon, surel, dan kunci kode masuk akun yang diberhentikan",
    reason:
      "Diperlukan selama serah terima pekerjaan masih mungkin. Nama dan riwayat jabatan tetap ada sebagai arsip desa.",
    keep: { unit: "months", standard: 12, least: 1, most: 60 },
    removal: {
      how: "empty",
      table: "accounts",
      age: "dismissed_at",
      only: "state = 'dismissed'",
      columns: [
        "phone",
        "phone_sealed",
        "phone_index",
        "email",
        "email_sealed",
        "email_index",
        "totp_sealed",
        "totp_confirmed_at",
        "totp_last_step",
      ],
    },
  },
  {
    kind: "accounts.dismissed-passkeys",
    name: "Kunci sandi (passkey) akun yang diberhentikan",
    reason: "Akun yang diberhentikan tidak dapat masuk lagi.",
    keep: { unit: "months", standard: 1, least: 1, most: 1 },
    removal: { how: "delete", table: "passkeys", age: DISMISSED },
  },
  {
    kind: "accounts.invitations",
    name: "Undangan yang tidak pernah diterima",
    reason: "Dihitung sejak tautannya tidak berlaku lagi.",
    keep: { unit: "months", standard: 6, least: 1, most: 24 },
    removal: { how: "delete", table: "invitations", age: "expires_at", only: "accepted_at IS NULL" },
  },
  {
    kind: "accounts.invitation-phones",
    name: "Nomor telepon pada undangan yang sudah diterima",
    reason: "Nomor yang berlaku tersimpan di akunnya sendiri.",
    keep: { unit: "months", standard: 1, least: 1, most: 1 },
    removal: { how: "empty", table: "invitations", age: "accepted_at", columns: ["phone", "phone_sealed"] },
  },
  {
    kind: "accounts.known-devices",
    name: "Ponsel dan komputer yang pernah dipakai masuk",
    reason: "Dipakai untuk memberi tahu pemilik akun bila ada yang masuk dari perangkat baru.",
    keep: { unit: "months", standard: 12, least: 3, most: 24 },
    removal: { how: "delete", table: "known_devices", age: "last_seen_at" },
  },
  {
    kind: "accounts.password-resets",
    name: "Tautan kata sandi baru",
    reason: "Dihitung sejak tautannya tidak berlaku lagi.",
    keep: { unit: "months", standard: 3, least: 1, most: 12 },
    removal: { how: "delete", table: "password_resets", age: "expires_at" },
  },
  {
    kind: "accounts.recovery-codes",
    name: "Kode pemulihan",
    reason: "Dihitung sejak kodenya tidak berlaku lagi; menjadi bukti siapa memulihkan akun siapa.",
    keep: { unit: "months", standard: 12, least: 3, most: 24 },
    removal: { how: "delete", table: "recovery_codes", age: "expires_at" },
  },
  {
    kind: "accounts.sessions",
    name: "Sesi masuk yang sudah berakhir",
    reason: "Sesi yang berakhir tidak dapat dipakai lagi.",
    keep: { unit: "days", standard: 7, least: 7, most: 7 },
    removal: { how: "delete", table: "sessions", age: "expires_at" },
  },
  {
    kind: "accounts.challenges",
    name: "Tantangan kunci sandi (passkey)",
    reason: "Hanya berlaku beberapa menit.",
    keep: { unit: "days", standard: 1, least: 1, most: 1 },
    removal: { how: "delete", table: "challenges", age: "expires_at" },
  },
  {
    kind: "accounts.sign-in-attempts",
    name: "Percobaan masuk yang gagal",
    reason: "Membatasi orang yang menebak kata sandi.",
    keep: { unit: "days", standard: 1, least: 1, most: 1 },
    removal: { how: "delete", table: "sign_in_attempts", age: "window_started_at" },
  },
];

/** What of accounts is never removed. */
export const accountRecordsKept: readonly KeptRecord[] = [
  {
    name: "Nama perangkat dan riwayat jabatan",
    reason: "Arsip penyelenggaraan pemerintahan desa: siapa berwenang atas apa dan kapan.",
  },
  {
    name: "Jejak perubahan dan log akses data pribadi",
    reason: "Bukti pertanggungjawaban pengendali data (UU 27/2022). Tidak dapat diubah atau dihapus.",
  },
];
