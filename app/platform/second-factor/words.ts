/** Sentences about second factors, in villages and above them. */
export const FACTOR_WORDS = {
  wrongCode: "Kode tidak cocok. Periksa jam di ponsel Anda, lalu isi kode yang sedang tampil di aplikasi.",
  usedCode: "Kode ini sudah dipakai. Tunggu sampai aplikasi menampilkan kode berikutnya.",
  wrongRecovery:
    "Kode pemulihan ini tidak berlaku: salah tulis, sudah dipakai, atau lewat 24 jam. Minta kode yang baru.",
  tooMany: (minutes: number) => `Terlalu banyak kode yang salah. Silakan coba lagi ${minutes} menit lagi.`,
  passkeyRefused: "Kunci sandi tidak diterima. Coba lagi, atau pakai cara lain.",
  passkeyUnverified:
    "Ponsel atau komputer itu tidak memeriksa sidik jari, wajah, atau PIN Anda. Masuk dengan kata sandi.",
  passkeyTaken: "Kunci sandi ini sudah terpasang.",
  passkeyGone: "Kunci sandi ini sudah tidak ada.",
  totpOn: "Kode autentikator sudah dinyalakan. Mulai sekarang kata sandi saja tidak cukup untuk masuk.",
  totpChanged: "Kode autentikator sudah diganti. Kode dari aplikasi yang lama tidak berlaku lagi.",
  totpOff: "Kode autentikator sudah dimatikan.",
  passkeyAdded: (name: string) => `Kunci sandi “${name}” sudah terpasang.`,
  passkeyRenamed: "Nama kunci sandi sudah diganti.",
  passkeyRemoved: "Kunci sandi sudah dihapus.",
  /** What the two are, for people who never heard of them. */
  totpLead:
    "Aplikasi autentikator di ponsel menampilkan 6 angka yang berganti setiap 30 detik. Setelah dinyalakan, masuk memerlukan kata sandi dan angka itu.",
  passkeyLead:
    "Dengan kunci sandi Anda masuk memakai sidik jari, wajah, atau PIN ponsel maupun komputer Anda sendiri, tanpa mengetik kata sandi.",
};
