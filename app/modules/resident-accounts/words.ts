/** Sentences of signing in. */
export const SIGN_IN_WORDS = {
  wrong: "NIK, PIN, atau kata sandi tidak cocok. Periksa lalu coba lagi.",
  locked: (minutes: number) =>
    `Terlalu banyak percobaan yang gagal. Silakan coba lagi ${waitOf(minutes)} lagi, atau minta slip aktivasi baru di kantor desa.`,
  forgotten: "Lupa PIN? Minta slip aktivasi baru di kantor desa. Bawa KTP atau KK Anda.",
  signedOut: "Anda sudah keluar.",
};

function waitOf(minutes: number): string {
  return minutes < 120 ? `${minutes} menit` : `${Math.ceil(minutes / 60)} jam`;
}
