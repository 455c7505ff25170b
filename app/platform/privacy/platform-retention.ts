import type { RetentionRule } from "./retention-rule.ts";

const DAYS_7 = { unit: "days", standard: 7, least: 7, most: 7 } as const;

/** Records that belong to no module: messages, submit keys, notes of work that is done. */
export const platformRetention: readonly RetentionRule[] = [
  {
    kind: "platform.inbox",
    name: "Kabar di akun perangkat",
    reason: "Kabar hanya mengingatkan; catatan pekerjaannya sendiri tetap tersimpan.",
    keep: { unit: "months", standard: 12, least: 3, most: 36 },
    removal: { how: "delete", table: "inbox_items", age: "created_at" },
  },
  {
    kind: "platform.submits",
    name: "Kunci pengiriman formulir",
    reason: "Mencegah formulir yang dikirim dua kali tercatat dua kali.",
    keep: DAYS_7,
    removal: { how: "delete", table: "submits", age: "created_at" },
  },
  {
    kind: "platform.outbox",
    name: "Catatan penghapusan berkas yang sudah selesai",
    reason: "Hanya diperlukan sampai berkasnya benar-benar terhapus.",
    keep: DAYS_7,
    removal: { how: "delete", table: "outbox", age: "done_at", only: "topic = 'file.delete'" },
  },
];
