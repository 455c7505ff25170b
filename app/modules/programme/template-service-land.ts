import { ALL_YEAR, level, lower, total } from "./template-parts.ts";
import { DUTIES, type TemplateActivity } from "./template-shape.ts";

export const SERVICE_ACTIVITIES: TemplateActivity[] = [
  {
    key: "layanan-digital",
    name: "Digitalisasi layanan administrasi desa",
    purpose:
      "Surat, rekomendasi, dan berkas kependudukan dapat diminta, diproses, dan dipantau lewat satu sistem desa.",
    duty: DUTIES.governance,
    legalBasis: [
      "UU 6/2014 Pasal 86 (sistem informasi desa)",
      "UU 25/2009 tentang Pelayanan Publik",
      "Permendagri 2/2017 tentang Standar Pelayanan Minimal Desa",
    ],
    activityCode: "01.04.08",
    months: ALL_YEAR,
    responsible: "kasi-pemerintahan",
    capability: "1.1",
    module: "services",
    indicators: [
      total("Surat yang diselesaikan lewat sistem desa", "surat"),
      level("Surat yang selesai dalam waktu standar pelayanan", "persen"),
    ],
  },
  {
    key: "pelatihan-layanan",
    name: "Pelatihan teknologi informasi, standar, dan etika pelayanan bagi perangkat desa",
    purpose:
      "Seluruh perangkat desa mampu memakai perangkat kerja digital dan melayani warga menurut standar dan etika yang sama.",
    duty: DUTIES.governance,
    legalBasis: [
      "UU 25/2009 tentang Pelayanan Publik",
      "Permendagri 84/2015 tentang Susunan Organisasi dan Tata Kerja Pemerintah Desa",
    ],
    activityCode: "04.03.02",
    months: [2, 5, 8, 11],
    responsible: "kasi-pemerintahan",
    capability: "1.2",
    module: "training",
    indicators: [
      total("Sesi pelatihan yang terlaksana", "sesi"),
      level("Perangkat desa yang lulus uji akhir pelatihan", "orang"),
    ],
  },
  {
    key: "peta-desa",
    name: "Pemetaan aset, batas, dan data wilayah desa (SIG desa)",
    purpose:
      "Letak aset, batas wilayah, dan data ruang lainnya tersedia di satu peta sebagai dasar menyusun rencana.",
    duty: DUTIES.territory,
    legalBasis: [
      "UU 6/2014 Pasal 86 (sistem informasi desa)",
      "Permendagri 45/2016 tentang Pedoman Penetapan dan Penegasan Batas Desa",
      "Permendagri 1/2016 jo. 3/2024 tentang Pengelolaan Aset Desa",
    ],
    activityCode: "02.03.17",
    months: [3, 4, 5, 6, 7, 8],
    responsible: "kasi-pemerintahan",
    capability: "1.3",
    module: "gis",
    indicators: [
      total("Aset desa yang tercatat pada peta", "aset"),
      level("Ruas batas desa yang disepakati dengan desa tetangga", "ruas"),
    ],
  },
  {
    key: "sosialisasi-hak-kewajiban",
    name: "Penyuluhan hak dan kewajiban warga dalam administrasi kependudukan",
    purpose:
      "Warga di setiap dusun tahu pentingnya dokumen kependudukan, hak atas layanan, dan cara mengurusnya.",
    duty: DUTIES.rights,
    legalBasis: [
      "UU 6/2014 Pasal 68 (hak dan kewajiban masyarakat desa)",
      "UU 23/2006 jo. UU 24/2013 tentang Administrasi Kependudukan",
      "Permendagri 108/2019 tentang Pelaksanaan Pendaftaran Penduduk dan Pencatatan Sipil",
    ],
    activityCode: "01.03.04",
    months: [2, 4, 6, 8, 10],
    responsible: "kasi-pelayanan",
    capability: "1.4",
    module: "outreach",
    indicators: [
      total("Penyuluhan yang terlaksana di dusun", "pertemuan"),
      lower("Warga yang belum memiliki KTP-el, KK, atau akta lahir", "orang"),
    ],
  },
];

export const LAND_ACTIVITIES: TemplateActivity[] = [
  {
    key: "pendataan-tanah",
    name: "Pendataan ulang dan pemutakhiran data tanah",
    purpose:
      "Data tanah warga, tanah kas desa, dan tanah wakaf diperiksa di lapangan dan dicatat sesuai keadaan terakhir.",
    duty: DUTIES.land,
    legalBasis: [
      "PP 24/1997 dan PP 18/2021 tentang Pendaftaran Tanah",
      "Permendagri 47/2016 tentang Administrasi Pemerintahan Desa",
      "Permendagri 1/2016 jo. 3/2024 tentang Pengelolaan Aset Desa",
      "UU 41/2004 tentang Wakaf",
    ],
    activityCode: "01.05.02",
    months: [3, 4, 5, 6, 7, 8, 9, 10],
    responsible: "kasi-pemerintahan",
    capability: "2.1",
    module: "land",
    indicators: [
      total("Bidang tanah warga yang diperiksa", "bidang"),
      total("Bidang tanah kas desa dan wakaf yang diperiksa", "bidang"),
    ],
  },
  {
    key: "sengketa-tanah",
    name: "Fasilitasi penyelesaian sengketa tanah",
    purpose:
      "Tim fasilitasi desa membantu para pihak menyelesaikan sengketa tanah lewat musyawarah untuk mufakat.",
    duty: DUTIES.land,
    legalBasis: [
      "UU 6/2014 Pasal 26 ayat (4) huruf k (penyelesaian perselisihan masyarakat)",
      "Permen ATR/BPN 21/2020 tentang Penanganan dan Penyelesaian Kasus Pertanahan",
    ],
    activityCode: "01.05.04",
    months: ALL_YEAR,
    responsible: "kasi-pemerintahan",
    capability: "2.2",
    module: "disputes",
    indicators: [
      total("Sengketa yang selesai dengan kesepakatan atau dirujuk", "perkara"),
      lower("Sengketa yang belum selesai", "perkara"),
    ],
  },
  {
    key: "sertifikat-tanah",
    name: "Pendampingan warga dalam pengurusan sertifikat tanah",
    purpose:
      "Bersama kantor pertanahan, desa membantu warga menyiapkan berkas sampai sertifikat diterima, dengan biaya yang tercatat.",
    duty: DUTIES.land,
    legalBasis: [
      "PP 24/1997 tentang Pendaftaran Tanah",
      "Permen ATR/BPN 6/2018 tentang Pendaftaran Tanah Sistematis Lengkap",
      "SKB Tiga Menteri 22 Mei 2017 tentang Pembiayaan Persiapan PTSL",
    ],
    activityCode: "01.05.03",
    months: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    responsible: "kasi-pemerintahan",
    capability: "2.3",
    module: "certificates",
    indicators: [
      total("Berkas warga yang diterima lengkap oleh kantor pertanahan", "berkas"),
      total("Sertifikat yang diterima warga", "sertifikat"),
    ],
  },
];
