import type { RetentionRule } from "#app/platform/privacy/retention-rule.ts";

export const receiptRetention: readonly RetentionRule[] = [
  {
    kind: "receipts.codes",
    name: "Kode tanda terima yang tidak berlaku lagi",
    reason: "Kode berlaku satu tahun; setelah itu tidak membuka apa pun.",
    keep: { unit: "months", standard: 1, least: 1, most: 1 },
    removal: { how: "delete", table: "receipt_codes", age: "expires_at" },
  },
];
