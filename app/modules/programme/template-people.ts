import { ALL_YEAR, level, total } from "./template-parts.ts";
import { DUTIES, type TemplateActivity } from "./template-shape.ts";

export const PARTICIPATION_ACTIVITIES: TemplateActivity[] = [
  {
    key: "musrenbang-inklusif",
    name: "Musrenbang desa yang inklusif",
    purpose:
      "Perempuan, pemuda, dan kelompok rentan hadir, berbicara, dan mengajukan usulan dengan kesempatan yang sama.",
    duty: DUTIES.participation,
    legalBasis: [
      "UU 6/2014 Pasal 80 (musyawarah perencanaan pembangunan desa)",
      "Permendagri 114/2014 tentang Pedoman Pembangunan Desa",
      "Permendesa PDTT 21/2020 jo. 6/2023 tentang Pembangunan Desa",
    ],
    activityCode: "01.04.01",
    months: [4, 5, 6, 7, 8, 9],
    responsible: "kaur-perencanaan",
    capability: "3.1",
    module: "musrenbang",
    indicators: [
      total("Musyawarah dusun, khusus, dan desa yang terlaksana", "pertemuan"),
      level("Peserta perempuan dalam musyawarah", "persen"),
      total("Usulan dari perempuan, pemuda, dan kelompok rentan", "usulan"),
    ],
  },
  {
    key: "forum-warga",
    name: "Forum diskusi warga secara berkala",
    purpose:
      "Masalah penting desa dibahas terbuka, aspirasi dicatat dan ditindaklanjuti, dan program desa diketahui warga.",
    duty: DUTIES.participation,
    legalBasis: [
      "UU 6/2014 Pasal 68 dan Pasal 82 (partisipasi dan pemantauan oleh masyarakat)",
      "UU 14/2008 tentang Keterbukaan Informasi Publik",
    ],
    activityCode: "01.04.02",
    months: [3, 6, 9, 12],
    responsible: "kasi-pemerintahan",
    capability: "3.2",
    module: "forum",
    indicators: [
      total("Forum warga yang terlaksana", "pertemuan"),
      level("Tindak lanjut forum yang selesai tepat waktu", "persen"),
    ],
  },
  {
    key: "penyuluhan-hukum",
    name: "Penyuluhan hukum dan peraturan perundang-undangan",
    purpose:
      "Warga mengenal peraturan desa, peraturan daerah, dan aturan lain yang menyangkut kehidupan sehari-hari.",
    duty: DUTIES.regulation,
    legalBasis: [
      "Permendagri 111/2014 tentang Pedoman Teknis Peraturan di Desa",
      "SE BPHN PHN-HN.04.04-01/2022 tentang Desa/Kelurahan Sadar Hukum",
    ],
    activityCode: "01.04.96",
    months: [2, 5, 8, 11],
    responsible: "kasi-pemerintahan",
    capability: "3.3",
    module: "law",
    indicators: [
      total("Penyuluhan hukum yang terlaksana", "pertemuan"),
      total("Peserta penyuluhan hukum", "orang"),
    ],
  },
  {
    key: "pengembangan-ksm",
    name: "Pembentukan dan pengembangan kelompok swadaya masyarakat (KSM)",
    purpose:
      "Kelompok warga terbentuk, tertib administrasi, dan ikut mengerjakan pembangunan serta meningkatkan kesejahteraan.",
    duty: DUTIES.participation,
    legalBasis: [
      "UU 6/2014 Pasal 94 (lembaga kemasyarakatan desa)",
      "Permendagri 18/2018 tentang LKD dan Lembaga Adat Desa",
    ],
    activityCode: "03.04.04",
    months: [3, 4, 5, 6, 7, 8, 9, 10],
    responsible: "kasi-kesejahteraan",
    capability: "3.4",
    module: "groups",
    indicators: [
      level("KSM yang aktif dan memiliki SK", "kelompok"),
      total("Pembinaan kelompok yang terlaksana", "kali"),
    ],
  },
];

export const CAPACITY_ACTIVITIES: TemplateActivity[] = [
  {
    key: "pelatihan-teknis",
    name: "Pelatihan teknis dan manajemen pemerintahan desa",
    purpose:
      "Perangkat desa cakap dalam administrasi, keuangan desa, perencanaan program, dan penulisan laporan.",
    duty: DUTIES.secretariat,
    legalBasis: [
      "UU 6/2014 Pasal 112 sampai Pasal 115 (pembinaan dan pengawasan)",
      "Permendagri 20/2018 tentang Pengelolaan Keuangan Desa",
    ],
    activityCode: "04.03.02",
    months: [3, 6, 9],
    responsible: "sekretaris-desa",
    capability: "4.1",
    module: "training",
    indicators: [
      total("Jam pelajaran yang diikuti perangkat desa", "JP"),
      level("Perangkat desa yang sudah dilatih tahun ini", "orang"),
    ],
  },
  {
    key: "studi-banding",
    name: "Studi banding dan kunjungan kerja ke desa lain",
    purpose:
      "Cara kerja yang berhasil di desa lain dipelajari di tempatnya dan diterapkan sebagai kegiatan nyata di desa sendiri.",
    duty: DUTIES.secretariat,
    legalBasis: [
      "UU 6/2014 Pasal 112 sampai Pasal 115 (pembinaan dan pengawasan)",
      "Peraturan Bupati/Wali Kota tentang perjalanan dinas pemerintah desa",
    ],
    activityCode: "04.03.02",
    months: [5, 9],
    responsible: "kasi-pemerintahan",
    capability: "4.2",
    module: "visits",
    indicators: [
      total("Kunjungan yang terlaksana dan dilaporkan", "kunjungan"),
      total("Pelajaran dari kunjungan yang diterapkan", "pelajaran"),
    ],
  },
  {
    key: "literasi-aparatur",
    name: "Pengembangan literasi perangkat desa",
    purpose:
      "Perangkat desa terbiasa belajar lewat bacaan, seminar, dan kursus daring, lalu membagikan isinya kepada rekan.",
    duty: DUTIES.secretariat,
    legalBasis: [
      "UU 43/2007 tentang Perpustakaan",
      "UU 6/2014 Pasal 112 sampai Pasal 115 (pembinaan dan pengawasan)",
    ],
    activityCode: "02.01.08",
    months: ALL_YEAR,
    responsible: "sekretaris-desa",
    capability: "4.3",
    module: "literacy",
    indicators: [
      total("Bacaan, seminar, dan kursus yang diselesaikan", "kegiatan"),
      total("Catatan belajar yang dibagikan", "catatan"),
    ],
  },
];
