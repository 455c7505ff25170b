import type { ComplaintAction, ComplaintState, Trace } from "./complaint-rules.ts";

export const STATE_WORDS: Record<
  ComplaintState,
  { label: string; told: string; tone: "waiting" | "neutral" | "good" | "bad" }
> = {
  new: { label: "Baru", told: "Diterima, menunggu petugas yang menanganinya.", tone: "waiting" },
  assigned: { label: "Ditangani", told: "Sedang ditangani.", tone: "waiting" },
  answered: { label: "Dijawab", told: "Sudah dijawab.", tone: "good" },
  closed: { label: "Selesai", told: "Selesai.", tone: "neutral" },
  refused: { label: "Tidak ditindaklanjuti", told: "Tidak ditindaklanjuti, dengan alasan.", tone: "bad" },
};

/** Steps as whoever complained reads them. */
export const STEP_WORDS: Record<string, string> = {
  receive: "Pengaduan diterima",
  assign: "Petugas ditetapkan",
  answer: "Pengaduan dijawab",
  close: "Pengaduan ditutup",
  refuse: "Pengaduan tidak ditindaklanjuti",
  publish: "Ringkasannya diumumkan tanpa nama",
  withdraw: "Ringkasannya tidak diumumkan lagi",
  "hand-over": "Petugas diganti",
};

const WRONG_STATE: Record<ComplaintAction, string> = {
  assign: "Pengaduan ini sudah dijawab atau ditutup.",
  answer: "Pengaduan ini sudah dijawab atau ditutup.",
  close: "Pengaduan ditutup setelah dijawab.",
  refuse: "Pengaduan ini sudah dijawab atau ditutup.",
  publish: "Ringkasan diumumkan setelah pengaduannya dijawab.",
};

export function refusalSentence(why: "wrong-state" | "not-yours", action: ComplaintAction): string {
  return why === "not-yours"
    ? "Bagian ini dikerjakan petugas yang menangani pengaduan ini, atau yang membagi pengaduan."
    : `${WRONG_STATE[action]} Muat ulang halaman untuk melihat keadaannya.`;
}

const TRACES: Record<Trace, string> = {
  phone: "nomor telepon",
  name: "nama pengadunya",
};

/** Said where a text for the public seems to tell who complained. */
export function traceSentence(traces: readonly Trace[]): string {
  const found = traces.map((trace) => TRACES[trace]).join(" dan ");
  return `Teks ini sepertinya memuat ${found}, padahal akan dibaca siapa saja. Hapus, atau centang bahwa teks sudah diperiksa.`;
}

export const COMPLAINT_WORDS = {
  gone: "Pengaduan ini tidak ada.",
  stale: "Pengaduan ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi.",
  full: "Nomor pengaduan tahun ini sudah habis.",
  isOff: "Desa ini belum menerima pengaduan lewat halaman ini. Datanglah ke kantor desa.",
  noOwner: "Petugas ini tidak dapat menangani pengaduan. Pilih dari daftar.",
  pastDue: "Batas jawaban tidak boleh sebelum hari ini.",
  tooMany: (minutes: number) =>
    `Terlalu banyak pengaduan dikirim dari jaringan ini. Coba lagi ${minutes} menit lagi, atau datang ke kantor desa.`,
  sent: "Pengaduan Anda diterima. Simpan kode di halaman ini: dengan kode itu Anda membaca jawabannya.",
  entered: (number: number) => `Pengaduan dicatat dengan nomor ${number}. Cetak tanda terimanya.`,
  assigned: "Petugas dan batas jawaban disimpan.",
  answered: "Jawaban disimpan. Pengadu membacanya lewat akunnya atau kode tanda terimanya.",
  closed: "Pengaduan ditutup.",
  refused: "Pengaduan dinyatakan tidak ditindaklanjuti, dengan alasannya.",
  published: "Ringkasan diumumkan di halaman desa.",
  withdrawn: "Ringkasan tidak diumumkan lagi.",
  answerHint: "Dibaca pengadu lewat kodenya, jadi jangan tulis nama atau nomor orang lain.",
  publicHint:
    "Tulis ulang dengan kata-kata Anda: apa masalahnya dan apa yang dilakukan desa, tanpa nama siapa pun.",
  desk: (number: number, subject: string) => `Pengaduan ${number}: ${subject}`,
  dueSoon: (number: number) => `Pengaduan ${number} harus dijawab besok`,
  overdue: (number: number) => `Pengaduan ${number} lewat batas jawabannya`,
} as const;
