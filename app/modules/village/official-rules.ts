/** Under which heading the public sees a position; others are not shown. */
export type OfficialGroup = "office" | "hamlet" | "council";

const GROUPS: Record<string, OfficialGroup> = {
  "kepala-desa": "office",
  "sekretaris-desa": "office",
  "kasi-pemerintahan": "office",
  "kasi-kesejahteraan": "office",
  "kasi-pelayanan": "office",
  "kaur-umum": "office",
  "kaur-keuangan": "office",
  "kaur-perencanaan": "office",
  "kepala-dusun": "hamlet",
  "ketua-rw": "hamlet",
  "ketua-rt": "hamlet",
  "ketua-bpd": "council",
  "anggota-bpd": "council",
};

/** The group of a position, or null where the public page leaves it out (an operator is no official). */
export function officialGroup(position: string): OfficialGroup | null {
  return GROUPS[position] ?? null;
}
