import type { KeptRecord } from "#app/platform/privacy/retention-rule.ts";

/** What of the register of residents is never removed. */
export const populationRecordsKept: readonly KeptRecord[] = [
  {
    name: "Buku induk penduduk, kartu keluarga, dan riwayat peristiwanya",
    reason:
      "Register wajib pemerintahan desa (Permendagri 47/2016): siapa tinggal di desa pada tanggal mana pun, juga yang sudah meninggal atau pindah.",
  },
];
