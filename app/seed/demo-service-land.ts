import type { DemoActivity } from "./demo-activity.ts";

export const DEMO_SERVICE: DemoActivity[] = [
  {
    key: "layanan-digital",
    budget: 24_500_000,
    fund: "add",
    team: ["pelayanan", "kasi", "umum"],
    indicators: [{ targets: [150, 150, 150, 150] }, { targets: [70, 75, 80, 85] }],
    results: [
      [162, 71],
      [178, 78],
      [191, 84],
      [96, 86],
    ],
    notes: [
      "Loket surat memakai sistem desa sejak awal Februari. Warga menunggu rata-rata dua hari.",
      "Surat usaha dan domisili paling banyak diminta. Jaringan sempat putus tiga hari.",
      "Operator dusun sudah dapat mengajukan surat untuk warga yang tidak punya ponsel.",
      "Permintaan naik menjelang penerimaan bantuan. Stok kertas F4 perlu ditambah.",
    ],
    spending: [
      [2, 12, 9_800_000, "Komputer dan pencetak untuk loket"],
      [4, 21, 3_250_000, "Langganan internet dua triwulan"],
      [8, 19, 4_600_000, "Kertas, tinta, dan rak arsip"],
      [10, 14, 3_250_000, "Langganan internet dua triwulan"],
    ],
  },
  {
    key: "pelatihan-layanan",
    budget: 12_000_000,
    team: ["kasi", "pelayanan"],
    indicators: [{ targets: [1, 1, 2, null] }, { targets: [4, 6, 10, null] }],
    results: [[1, 4], [1, 7], [2, 10], null],
    notes: [
      "Sesi pertama tentang surat digital, sembilan perangkat hadir.",
      "Sesi kedua tentang standar pelayanan bersama kecamatan.",
      "Sesi tentang etika melayani lansia dan penyandang disabilitas, lalu tentang keamanan data warga.",
      "",
    ],
    spending: [
      [2, 25, 2_700_000, "Narasumber dan konsumsi sesi pertama"],
      [5, 20, 2_850_000, "Narasumber dan konsumsi sesi kedua"],
      [8, 26, 5_600_000, "Narasumber dan konsumsi sesi ketiga dan keempat"],
    ],
  },
  {
    key: "peta-desa",
    budget: 31_000_000,
    team: ["kasi", "kadus1", "kadus2"],
    indicators: [{ targets: [10, 25, 15, null] }, { targets: [1, 2, 4, null] }],
    results: [[8, 1], [17, 1], [6, 2], null],
    notes: [
      "Balai desa, posyandu, dan dua jembatan sudah tercatat.",
      "Aset di Dusun Kebun Lauk selesai. Batas dengan Midang masih dibicarakan.",
      "Ruas batas di tepi sungai belum disepakati, menunggu surat dari desa tetangga.",
      "",
    ],
    spending: [
      [4, 8, 7_500_000, "Sewa GPS dan upah juru ukur"],
      [7, 15, 6_200_000, "Cetak peta kerja dan pilar batas"],
    ],
  },
  {
    key: "sosialisasi-hak-kewajiban",
    budget: 8_400_000,
    team: ["pelayanan", "kadus1", "kadus2"],
    indicators: [{ targets: [1, 2, 1, 1] }, { baseline: 140, targets: [120, 95, 70, 50] }],
    results: [
      [1, 118],
      [2, 92],
      [1, 66],
      [1, 54],
    ],
    notes: [
      "Pertemuan di Dusun Kebun Indah, 46 warga hadir.",
      "Pertemuan di dua dusun. Rekam KTP keliling melayani 26 warga.",
      "Pertemuan di Dusun Dasan Utama. Sebagian warga masih merantau.",
      "Pertemuan di Dusun Lendang Re bersama Dukcapil.",
    ],
    spending: [
      [2, 18, 1_600_000, "Konsumsi dan cetak selebaran"],
      [5, 6, 3_100_000, "Konsumsi dua pertemuan dan rekam KTP keliling"],
      [8, 12, 1_500_000, "Konsumsi dan cetak selebaran"],
    ],
  },
];

export const DEMO_LAND: DemoActivity[] = [
  {
    key: "pendataan-tanah",
    budget: 38_000_000,
    team: ["kadus1", "kasi", "kadus2", "rt1"],
    indicators: [{ targets: [60, 180, 180, 80] }, { targets: [4, 8, 6, 2] }],
    results: [[35, 3], [92, 5], [64, 3], null],
    notes: [
      "Pemeriksaan mulai dari Dusun Kebun Lauk.",
      "Petugas lapangan dua orang, satu sakit selama lima minggu.",
      "Musim panen: banyak pemilik tidak ada di tempat pada siang hari.",
      "",
    ],
    spending: [
      [3, 24, 4_500_000, "Alat ukur dan formulir lapangan"],
      [6, 10, 5_250_000, "Honor petugas lapangan"],
      [9, 16, 3_750_000, "Honor petugas lapangan"],
    ],
  },
  {
    key: "sengketa-tanah",
    budget: 6_000_000,
    team: ["kasi", "sekdes"],
    indicators: [{ targets: [1, 1, 2, 1] }, { baseline: 6, targets: [5, 4, 3, 2] }],
    results: [
      [1, 5],
      [2, 4],
      [1, 3],
      [1, 2],
    ],
    notes: [
      "Batas pekarangan di Kebun Indah disepakati dengan berita acara.",
      "Dua perkara selesai, satu dirujuk ke kantor pertanahan.",
      "Satu perkara waris selesai setelah tiga kali pertemuan.",
      "Satu perkara selesai, satu lagi menunggu ukur ulang.",
    ],
    spending: [
      [3, 12, 1_100_000, "Konsumsi musyawarah"],
      [6, 18, 1_650_000, "Konsumsi musyawarah dan ukur ulang"],
      [9, 9, 900_000, "Konsumsi musyawarah"],
    ],
  },
  {
    key: "sertifikat-tanah",
    budget: 15_000_000,
    fund: "pad",
    team: ["kasi", "pelayanan"],
    indicators: [{ targets: [20, 40, 40, 20] }, { targets: [0, 20, 40, 40] }],
    results: [
      [30, 0],
      [50, 38],
      [36, 58],
      [4, 8],
    ],
    notes: [
      "Berkas pertama sudah diterima kantor pertanahan.",
      "Tiga puluh delapan sertifikat dibagikan di balai desa.",
      "Pengukuran massal selesai di tiga dusun.",
      "Berkas terakhir menunggu tanda tangan ahli waris.",
    ],
    spending: [
      [4, 2, 3_900_000, "Materai, patok, dan fotokopi berkas"],
      [7, 28, 4_400_000, "Patok dan transportasi petugas ukur"],
      [10, 6, 2_100_000, "Materai dan fotokopi berkas"],
    ],
  },
];
