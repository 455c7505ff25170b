/** Chapters of the LPPD's skeleton, and in brackets what the village writes itself. */
export const LPPD_WORDS = {
  introduction: "BAB I PENDAHULUAN",
  introductionParts: [
    "[Tuliskan dasar hukum laporan ini, antara lain Peraturan Menteri Dalam Negeri Nomor 46 Tahun 2016.]",
    "[Tuliskan gambaran umum desa: letak, jumlah penduduk, mata pencaharian, dan susunan pemerintah desa.]",
  ],
  plans: "BAB II RENCANA PEMBANGUNAN DAN RENCANA KERJA",
  planParts: [
    "[Ringkaslah visi, misi, dan sasaran RPJM Desa yang berkaitan dengan tahun ini.]",
    "[Sebutkan Peraturan Desa tentang RKP Desa dan APB Desa tahun ini beserta perubahannya.]",
  ],
  programme: "BAB III PELAKSANAAN PROGRAM KERJA",
  noField: "Kegiatan tanpa kode APB Desa",
  problems: "Permasalahan",
  noProblem: "[Tidak ada permasalahan yang tercatat. Lengkapi bila ada.]",
  solutions: "Penyelesaian",
  noSolution: "[Tidak ada langkah perbaikan yang tercatat. Lengkapi bila ada.]",
  finance: "BAB IV ANGGARAN DAN BELANJA KEGIATAN",
  closing: "BAB V PENUTUP",
  closingParts: [
    "[Tuliskan kesimpulan dan hal yang perlu ditindaklanjuti tahun berikutnya.]",
    "[Lampirkan Peraturan Desa, berita acara, dan foto yang diperlukan.]",
  ],
};
