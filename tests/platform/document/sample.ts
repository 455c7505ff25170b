import type { PaperDocument, TableBlock } from "#app/platform/document/blocks.ts";
import { makePng, readPicture } from "../image/pictures.ts";

export const VERIFIED = { isVerified: true };

export const CREATED_AT = new Date("2027-04-02T01:00:00Z");

export const letterhead = {
  type: "letterhead" as const,
  emblem: { bytes: makePng({ width: 48, height: 60 }), type: "image/png" as const },
  lines: [
    { text: "PEMERINTAH KABUPATEN LOMBOK BARAT" },
    { text: "KECAMATAN BATULAYAR" },
    { text: "DESA SENGGIGI", size: "large" as const, isBold: true },
    { text: "Jalan Raya Senggigi Km. 10, Kode Pos 83355", size: "small" as const },
  ],
};

/** A table as the quarterly report has it, with this many activities. */
export function progressTable(count: number): TableBlock {
  return {
    type: "table",
    columns: [
      { header: "No", widthMm: 10, align: "center" },
      { header: "Kegiatan", weight: 3 },
      { header: "Indikator", weight: 2 },
      { header: "Target", group: "Triwulan I", align: "right" },
      { header: "Realisasi", group: "Triwulan I", align: "right" },
      { header: "Anggaran (Rp)", weight: 1.4, align: "right" },
      { header: "Fisik", widthMm: 22, align: "right" },
    ],
    rows: [
      { emphasis: "section", cells: [{ text: "Bidang Penyelenggaraan Pemerintahan Desa", span: 7 }] },
      ...Array.from({ length: count }, (_, index) => ({
        cells: [
          String(index + 1),
          `Kegiatan nomor ${index + 1}: penataan batas dusun dan pemasangan patok bersama Kadus serta warga pemilik tanah`,
          "Patok batas terpasang",
          "12",
          String(index % 13),
          "1.250.000",
          { text: `${(((index % 13) * 100) / 12).toFixed(1).replace(".", ",")}%`, bar: (index % 13) / 12 },
        ],
      })),
      { emphasis: "total", cells: [{ text: "Jumlah", span: 5 }, "17.500.000", ""] },
    ],
  };
}

export const report: PaperDocument = {
  title: "Laporan Triwulan I 2027",
  author: "Desa Senggigi",
  createdAt: CREATED_AT,
  issuer: VERIFIED,
  footer: "Laporan program kerja Kasi Pemerintahan, Desa Senggigi",
  blocks: [
    letterhead,
    { type: "title", text: "LAPORAN TRIWULAN I", isUnderlined: true, lines: ["Nomor: 400.10/12/Pem/2027"] },
    {
      type: "facts",
      rows: [
        { label: "Program", value: "Program Kerja Kasi Pemerintahan Tahun 2027" },
        { label: "Keadaan per", value: "31 Maret 2027" },
      ],
    },
    { type: "heading", text: "A. Kemajuan kegiatan" },
    {
      type: "paragraph",
      align: "justify",
      isFirstLineIndented: true,
      text: "Sampai dengan akhir triwulan I, empat belas kegiatan berjalan menurut rencana dengan catatan pada tabel berikut. Kegiatan yang tertinggal disertai penyebab dan langkah perbaikannya, dan dibahas dalam rapat bulanan bersama Kepala Desa.",
    },
    progressTable(14),
    { type: "list", isNumbered: true, items: ["Hujan menunda pengukuran.", "Dua patok hilang dan diganti."] },
    {
      type: "photos",
      photos: [
        {
          image: { bytes: readPicture("sawah.jpg"), type: "image/jpeg" },
          caption: "Pemasangan patok, Dusun Mangsit",
        },
        { image: { bytes: readPicture("sawah-abu.jpg"), type: "image/jpeg" }, caption: "Rapat dengan warga" },
      ],
    },
    {
      type: "signatures",
      signatures: [
        { above: ["Mengetahui,", "Kepala Desa Senggigi"], name: "H. Ahmad Fauzi" },
        {
          above: ["Senggigi, 2 April 2027", "Kasi Pemerintahan"],
          name: "Nurhayati",
          below: ["NIP 19800101 200901 2 001"],
        },
      ],
    },
  ],
};
