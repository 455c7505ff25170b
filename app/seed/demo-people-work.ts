import type { DemoActivity } from "./demo-activity.ts";

export const DEMO_PARTICIPATION: DemoActivity[] = [
  {
    key: "musrenbang-inklusif",
    budget: 22_000_000,
    team: ["perencanaan", "kasi", "kadus1", "kadus2"],
    indicators: [
      { targets: [null, 6, 3, null] },
      { targets: [null, 35, 40, null] },
      { targets: [null, 15, 10, null] },
    ],
    results: [null, [6, 38, 17], [3, 42, 12], null],
    notes: [
      "",
      "Musyawarah di lima dusun dan satu musyawarah perempuan.",
      "Musrenbang desa dihadiri 118 orang, 50 di antaranya perempuan.",
      "",
    ],
    spending: [
      [5, 14, 6_800_000, "Konsumsi musyawarah dusun"],
      [7, 22, 4_300_000, "Konsumsi musyawarah perempuan dan pemuda"],
      [9, 17, 9_600_000, "Musrenbang desa: konsumsi, cetak, dan tenda"],
    ],
  },
  {
    key: "forum-warga",
    budget: 6_000_000,
    team: ["kasi", "umum"],
    indicators: [{ targets: [1, 1, 1, 1] }, { targets: [60, 70, 75, 80] }],
    results: [[1, 62], [1, 70], [1, 77], null],
    notes: [
      "Forum membahas air bersih di Dusun Lendang Re.",
      "Forum membahas sampah pasar. Jadwal angkut disepakati.",
      "Forum membahas lampu jalan, tujuh titik sudah dipasang.",
      "",
    ],
    spending: [
      [3, 20, 1_400_000, "Konsumsi forum"],
      [6, 19, 1_450_000, "Konsumsi forum"],
      [9, 18, 1_500_000, "Konsumsi forum"],
    ],
  },
  {
    key: "penyuluhan-hukum",
    budget: 7_500_000,
    team: ["kasi", "bpd"],
    indicators: [{ targets: [1, 1, 1, 1] }, { targets: [40, 40, 40, 40] }],
    results: [
      [1, 44],
      [2, 71],
      [1, 51],
      [1, 22],
    ],
    notes: [
      "Materi: perkawinan anak. Narasumber dari KUA.",
      "Materi: pinjaman daring ilegal, di dua dusun.",
      "Materi: waris dan hak perempuan.",
      "Materi: keamanan lingkungan. Daftar hadir menyusul.",
    ],
    spending: [
      [2, 27, 1_750_000, "Narasumber dan konsumsi"],
      [5, 29, 1_800_000, "Narasumber dan konsumsi"],
      [8, 28, 1_800_000, "Narasumber dan konsumsi"],
    ],
  },
  {
    key: "pengembangan-ksm",
    budget: 14_000_000,
    team: ["kesra", "kadus2"],
    indicators: [{ targets: [3, 4, 5, 6] }, { targets: [1, 3, 3, 1] }],
    results: [[3, 1], [4, 2], null, null],
    notes: ["Tiga kelompok sudah punya SK.", "Kelompok ketak di Kebun Indah mulai tertib pembukuan.", "", ""],
    spending: [
      [4, 16, 2_600_000, "Pelatihan pembukuan kelompok"],
      [6, 24, 3_100_000, "Bahan latihan kelompok ketak"],
    ],
  },
];

export const DEMO_CAPACITY: DemoActivity[] = [
  {
    key: "pelatihan-teknis",
    budget: 16_500_000,
    team: ["sekdes", "kaur"],
    indicators: [{ targets: [16, 16, 16, null] }, { targets: [4, 8, 12, null] }],
    results: [[16, 4], [18, 8], [16, 12], null],
    notes: [
      "Bimbingan teknis Siskeudes di kecamatan.",
      "Pelatihan menulis laporan bersama pendamping desa.",
      "Pelatihan arsip dan tata naskah.",
      "",
    ],
    spending: [
      [3, 10, 4_800_000, "Biaya bimbingan teknis dan perjalanan"],
      [6, 12, 5_100_000, "Narasumber dan konsumsi"],
      [9, 23, 5_200_000, "Narasumber, konsumsi, dan map arsip"],
    ],
  },
  {
    key: "buku-administrasi",
    budget: 0,
    team: ["umum", "kasi"],
    indicators: [{ targets: [10, 14, 18, 20] }],
    counted: { key: "programme.updates-on-time", targets: [10, 11, 11, 9] },
    results: [[11], [14], [17], null],
    notes: [
      "Buku penduduk dan agenda sudah berjalan.",
      "Buku tanah kas desa mulai diisi.",
      "Buku inventaris tertinggal dua bulan.",
      "",
    ],
  },
];
