import { formatDate } from "#app/ui/format.ts";
import type { PermitKind, PermitState, PlaceKind } from "./permit-rules.ts";

export const KIND_WORDS: Record<PermitKind, { name: string; purpose: string }> = {
  hall: { name: "Pemakaian balai", purpose: "Aula atau balai pertemuan desa." },
  field: { name: "Pemakaian lapangan", purpose: "Lapangan atau halaman milik desa." },
  road: { name: "Pemakaian jalan untuk hajatan", purpose: "Jalan desa ditutup atau dipakai sebagian." },
  "village-land": { name: "Pemakaian tanah desa", purpose: "Sebidang tanah desa untuk sementara." },
  research: { name: "Penelitian atau KKN", purpose: "Penelitian, praktik, atau kuliah kerja nyata." },
  "recommendation-police": {
    name: "Rekomendasi izin keramaian",
    purpose: "Diputuskan Polsek; desa memberi rekomendasi.",
  },
  "recommendation-camat": {
    name: "Rekomendasi ke Camat",
    purpose: "Diputuskan Camat; desa memberi rekomendasi.",
  },
};

export const PLACE_KIND_WORDS: Record<PlaceKind, string> = {
  hall: "Balai",
  field: "Lapangan",
  road: "Jalan",
  "village-land": "Tanah desa",
};

/** To whom a recommendation goes. */
export const DECIDER_WORDS: Partial<Record<PermitKind, string>> = {
  "recommendation-police": "Polsek",
  "recommendation-camat": "Camat",
};

export const STATE_WORDS: Record<
  PermitState,
  { label: string; tone: "neutral" | "waiting" | "good" | "warn" }
> = {
  asked: { label: "Menunggu keputusan", tone: "waiting" },
  granted: { label: "Diizinkan", tone: "good" },
  refused: { label: "Ditolak", tone: "neutral" },
  "in-use": { label: "Sedang dipakai", tone: "good" },
  returned: { label: "Jaminan belum kembali", tone: "warn" },
  closed: { label: "Selesai", tone: "neutral" },
  cancelled: { label: "Batal", tone: "neutral" },
  "handed-over": { label: "Menunggu jawaban", tone: "waiting" },
  answered: { label: "Sudah dijawab", tone: "good" },
};

export const TABS: Record<string, { label: string; states: readonly PermitState[] }> = {
  putusan: { label: "Menunggu keputusan", states: ["asked"] },
  berjalan: { label: "Berjalan", states: ["granted", "in-use", "returned", "handed-over"] },
  selesai: { label: "Selesai", states: ["closed", "answered", "refused", "cancelled"] },
};

/** Steps as the history names them. */
/** The tab that an address asks for. */
export function readTab(asked: string | null): string {
  return asked !== null && Object.hasOwn(TABS, asked) ? asked : "putusan";
}

export const STEP_WORDS: Record<string, string> = {
  ask: "Permohonan dicatat",
  change: "Permohonan diperbaiki",
  grant: "Diizinkan",
  refuse: "Ditolak",
  pay: "Jaminan diterima",
  open: "Tempat diserahkan",
  return: "Tempat kembali",
  finish: "Selesai",
  refund: "Jaminan dikembalikan",
  "hand-over": "Rekomendasi diserahkan",
  answer: "Jawaban diterima",
  cancel: "Dibatalkan",
};

/** `24 November 2026 pukul 09.00` */
export function momentText(at: string): string {
  return `${formatDate(at.slice(0, 10))} pukul ${at.slice(11).replace(":", ".")}`;
}

/** `24 November 2026 pukul 09.00 sampai 17.00`, or with both days. */
export function spanText({ fromAt, untilAt }: { fromAt: string; untilAt: string }): string {
  const isOneDay = fromAt.slice(0, 10) === untilAt.slice(0, 10);
  const end = isOneDay ? untilAt.slice(11).replace(":", ".") : momentText(untilAt);
  return `${momentText(fromAt)} sampai ${end}`;
}

export const PERMIT_WORDS = {
  gone: "Permohonan ini tidak ada.",
  stale: "Permohonan ini baru saja diubah orang lain. Muat ulang halamannya, lalu kerjakan lagi.",
  notNow: (state: string) =>
    `Ini tidak dapat dilakukan pada permohonan yang keadaannya "${state}". Muat ulang halamannya.`,
  full: "Nomor izin tahun ini habis.",
  made: (number: number) => `Permohonan dicatat, nomor ${number}. Cetak tanda terimanya untuk pemohon.`,
  changed: "Permohonan diperbaiki.",
  endsBefore: "Selesainya harus sesudah mulainya. Periksa tanggal dan jamnya.",
  tooLong: "Paling lama satu tahun. Periksa tanggalnya.",
  placeMissing: "Pilih tempatnya. Bila belum ada di daftar, tambahkan dahulu di halaman Tempat dan aturan.",
  placeOther: "Tempat ini bukan untuk jenis izin itu, atau tidak dipakai lagi. Pilih tempat yang lain.",
  locationMissing: "Tulis di mana tempatnya.",
  nameMissing: "Tulis nama pemohon.",
  clash: (number: number, when: string) =>
    `Tempat ini sudah diberikan kepada izin nomor ${number}, ${when}. Ubah waktunya atau pilih tempat lain.`,
  needsReason:
    "Persetujuan tetangga belum lengkap. Catat persetujuannya, atau tulis alasan mengapa tetap diizinkan.",
  granted: "Izin diberikan. Cetak suratnya untuk ditandatangani.",
  refused: "Penolakan dicatat. Sampaikan alasannya kepada pemohon.",
  consent: "Pernyataan tetangga dicatat.",
  consentRemoved: "Pernyataan tetangga dihapus.",
  consentGone: "Pernyataan tetangga ini tidak ada.",
  reasonOfNo: "Tulis alasan tetangga yang tidak setuju.",
  paid: "Penerimaan jaminan dicatat.",
  opened: "Penyerahan tempat dicatat.",
  unpaid: "Jaminannya belum diterima. Catat penerimaannya dahulu.",
  returned: "Pengembalian tempat dicatat. Jaminannya masih harus dikembalikan.",
  closed: "Selesai dan dicatat.",
  refunded: "Pengembalian jaminan dicatat.",
  handed: "Penyerahan rekomendasi dicatat.",
  answered: "Jawaban dicatat.",
  cancelled: "Permohonan dibatalkan.",
  future: "Tanggalnya belum tiba. Isi hari ini atau sebelumnya.",
  before: "Tidak mungkin sebelum langkah yang sebelumnya. Periksa tanggalnya.",
  notPrinted: "Surat izin dicetak setelah diizinkan.",
  noReceipt: "Tanda terima permohonan ini sudah tidak berlaku.",
} as const;

export const PLACE_WORDS = {
  gone: "Tempat ini tidak ada.",
  stale: "Tempat ini baru saja diubah orang lain. Muat ulang halamannya, lalu kerjakan lagi.",
  taken: "Nama ini sudah dipakai tempat lain yang sejenis. Pakai nama yang berbeda.",
  saved: "Tempat disimpan.",
  settings: "Aturan persetujuan tetangga disimpan.",
} as const;

export const DESK_WORDS = {
  decide: (kind: string) => `Putuskan: ${kind}`,
  pay: (kind: string) => `Terima jaminan: ${kind}`,
  back: (kind: string) => `Periksa pengembalian: ${kind}`,
  refund: (kind: string) => `Kembalikan jaminan: ${kind}`,
  handOver: (kind: string) => `Serahkan: ${kind}`,
  answer: (kind: string) => `Tanyakan jawaban: ${kind}`,
  meta: (name: string, day: string) => `${name}, ${day}`,
} as const;

export const PERSON_WORDS = {
  title: "Izin pemakaian dan rekomendasi",
  purpose: "Permohonan izin yang diajukan orangnya.",
  fate: {
    what: "Permohonan izin dan keputusannya",
    reason: "Arsip keputusan desa tentang pemakaian tempat dan jaminan yang dititipkan.",
  },
} as const;
