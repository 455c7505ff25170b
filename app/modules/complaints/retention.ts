import type { KeptRecord, RetentionRule } from "#app/platform/privacy/retention-rule.ts";

export const complaintRetention: readonly RetentionRule[] = [
  {
    kind: "complaints.senders",
    name: "Nama dan telepon pengadu pada pengaduan yang sudah selesai",
    reason: "Diperlukan selama pengadu masih mungkin menanyakan jawabannya.",
    keep: { unit: "months", standard: 12, least: 1, most: 60 },
    removal: {
      how: "empty",
      table: "complaints",
      age: "updated_at",
      only: "state IN ('answered', 'closed', 'refused')",
      columns: ["sender_sealed"],
    },
  },
];

export const complaintRecordsKept: readonly KeptRecord[] = [
  {
    name: "Pengaduan, jawabannya, dan langkah-langkahnya",
    reason: "Bukti bahwa desa menangani pengaduan (UU 25/2009); tanpa nama pengadu setelah masa simpannya.",
  },
];
