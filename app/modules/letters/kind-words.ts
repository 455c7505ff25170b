import type { LineProblem } from "./kind-line-rules.ts";

const LINE_PROBLEMS: Record<LineProblem, string> = {
  key: "nama isian hanya huruf kecil, angka, dan garis bawah, misalnya tanggal_lahir.",
  label: "bagian ini belum berisi.",
  type: "jenisnya harus salah satu dari teks, panjang, angka, tanggal, uang, pilihan, orang, atau daftar.",
  choices: "tulis paling sedikit dua pilihan setelah titik dua, misalnya pilihan: Baru; Hilang.",
  columns: "tulis kolomnya setelah titik dua, misalnya daftar: Nama; NIK.",
  twice: "nama isian ini sudah dipakai di baris lain.",
  mark: "tandanya harus wajib, diminta sebagian, atau tidak lagi diwajibkan.",
  many: "paling banyak 40 baris.",
};

/** What the settings of letters say. */
export const KIND_WORDS = {
  noKind: "Jenis surat ini tidak ada.",
  stale: "Jenis surat ini baru saja diubah orang lain. Muat ulang halaman, lalu ulangi perubahan Anda.",
  staleClass: "Kode ini baru saja diubah. Muat ulang halaman, lalu coba lagi.",
  line: (line: number, why: LineProblem) => `Baris ${line}: ${LINE_PROBLEMS[why]}`,
  unknownClass: "Kode klasifikasi ini tidak ada atau sudah dimatikan. Pilih kode lain.",
  cannotReset: "Surat buatan desa sendiri tidak punya versi Balai. Matikan bila tidak dipakai.",
  codeTaken: "Kode ini sudah ada. Ubah namanya pada daftar.",
  saved: (title: string) => `${title} tersimpan.`,
  reset: (title: string) => `${title} kembali seperti versi Balai.`,
  switchedOn: (title: string) => `${title} dipakai.`,
  switchedOff: (title: string) => `${title} tidak dipakai lagi. Surat yang sudah dibuat tetap ada.`,
  classSaved: (code: string) => `Kode ${code} tersimpan.`,
  categories: {
    resident: "Surat untuk warga",
    form: "Formulir yang ditandatangani warga",
    official: "Surat dinas",
  },
  standings: { berlaku: "Berlaku", diminta: "Diminta sebagian kantor", dicabut: "Tidak lagi diwajibkan" },
} as const;
