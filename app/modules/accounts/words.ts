import type { Position } from "./permissions.ts";

/** Positions as people say them; the village's own terms for head and hamlet replace these where set. */
const POSITION_NAMES: Record<Position, string> = {
  "kepala-desa": "Kepala Desa",
  "sekretaris-desa": "Sekretaris Desa",
  "kasi-pemerintahan": "Kasi Pemerintahan",
  "kasi-kesejahteraan": "Kasi Kesejahteraan",
  "kasi-pelayanan": "Kasi Pelayanan",
  "kaur-umum": "Kaur Tata Usaha dan Umum",
  "kaur-keuangan": "Kaur Keuangan",
  "kaur-perencanaan": "Kaur Perencanaan",
  operator: "Operator Desa",
  "kepala-dusun": "Kepala Dusun",
  "ketua-rw": "Ketua RW",
  "ketua-rt": "Ketua RT",
  "ketua-bpd": "Ketua BPD",
  "anggota-bpd": "Anggota BPD",
};

const STATUS_PREFIX = { definitif: "", pj: "Pj. ", plt: "Plt. ", plh: "Plh. " } as const;

/** A position with its status, as it stands under a name: `Plt. Kepala Desa`. */
export function positionTitle(position: string, status: keyof typeof STATUS_PREFIX = "definitif"): string {
  return STATUS_PREFIX[status] + (POSITION_NAMES[position as Position] ?? position);
}

/** Sentences of sign-in. One answer for a wrong name and a wrong password. */
export const SIGN_IN_WORDS = {
  wrong: "Nomor, nama pengguna, atau kata sandi tidak cocok. Periksa lalu coba lagi.",
  locked: (minutes: number) =>
    `Terlalu banyak percobaan yang gagal. Silakan coba lagi ${minutes} menit lagi, atau minta Sekretaris Desa membuat kata sandi baru.`,
};
