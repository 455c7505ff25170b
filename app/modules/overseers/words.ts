import type { OversightKind } from "#app/platform/overseer.ts";

/** What the two offices above the villages are called. */
export const OFFICE_NAMES: Record<OversightKind, string> = {
  operator: "operator Balai",
  kabupaten: "petugas kabupaten",
};

/** Sentences of sign-in. One answer for a wrong name and a wrong password. */
export const OVERSEER_SIGN_IN_WORDS = {
  wrong: "Nama pengguna atau kata sandi tidak cocok. Periksa lalu coba lagi.",
  locked: (minutes: number) =>
    `Terlalu banyak percobaan yang gagal. Silakan coba lagi ${minutes} menit lagi.`,
  signedOut: "Anda sudah keluar.",
};
