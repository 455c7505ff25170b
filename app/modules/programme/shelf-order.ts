import { ALL_YEAR, level, lower, total } from "./template-parts.ts";
import { DUTIES, type TemplateActivity } from "./template-shape.ts";

const ORDER_AND_PROTECTION = "Permendagri 26/2020 tentang Trantibum dan Pelindungan Masyarakat";

export const ORDER_SHELF: TemplateActivity[] = [
  {
    key: "ketertiban-lingkungan",
    name: "Pembinaan ketenteraman dan ketertiban lingkungan",
    purpose:
      "Ronda, pos keamanan, dan koordinasi dengan Bhabinkamtibmas dan Babinsa berjalan teratur di setiap dusun.",
    duty: DUTIES.order,
    legalBasis: [ORDER_AND_PROTECTION],
    activityCode: "03.01.03",
    months: ALL_YEAR,
    responsible: "kasi-pemerintahan",
    capability: null,
    module: null,
    indicators: [
      total("Rapat koordinasi keamanan yang terlaksana", "rapat"),
      lower("Gangguan ketertiban yang tercatat dalam satu triwulan", "kejadian"),
    ],
  },
  {
    key: "satlinmas",
    name: "Pembinaan Satuan Pelindungan Masyarakat (Satlinmas)",
    purpose: "Anggota Satlinmas terdata, memiliki SK, terlatih, dan siap bertugas saat diperlukan.",
    duty: DUTIES.protection,
    legalBasis: [ORDER_AND_PROTECTION],
    activityCode: "03.01.02",
    months: [2, 5, 8, 11],
    responsible: "kasi-pemerintahan",
    capability: null,
    module: null,
    indicators: [
      level("Anggota Satlinmas yang aktif dan terlatih", "orang"),
      total("Latihan dan apel Satlinmas", "kali"),
    ],
  },
  {
    key: "siaga-bencana",
    name: "Kesiapsiagaan bencana tingkat desa",
    purpose:
      "Desa mengenali daerah rawan, memiliki tim dan jalur evakuasi, dan berlatih sebelum bencana terjadi.",
    duty: DUTIES.protection,
    legalBasis: ["UU 24/2007 tentang Penanggulangan Bencana", ORDER_AND_PROTECTION],
    activityCode: "03.01.04",
    months: [3, 9, 10],
    responsible: "kasi-pemerintahan",
    capability: null,
    module: null,
    indicators: [
      total("Simulasi bencana yang terlaksana", "kali"),
      level("Dusun yang memiliki jalur evakuasi bertanda", "dusun"),
    ],
  },
  {
    key: "bantuan-hukum",
    name: "Pos bantuan hukum dan rujukan bagi warga miskin",
    purpose: "Warga miskin mendapat informasi, konsultasi, dan rujukan bantuan hukum tanpa biaya di desa.",
    duty: DUTIES.order,
    legalBasis: ["UU 16/2011 tentang Bantuan Hukum"],
    activityCode: "03.01.06",
    months: ALL_YEAR,
    responsible: "kasi-pemerintahan",
    capability: null,
    module: null,
    indicators: [total("Warga yang dilayani pos bantuan hukum", "orang")],
  },
  {
    key: "penduduk-pendatang",
    name: "Pendataan penduduk pendatang dan penduduk sementara",
    purpose: "Orang yang datang, pergi, atau tinggal sementara di desa tercatat dalam buku yang semestinya.",
    duty: DUTIES.population,
    legalBasis: [
      "UU 23/2006 jo. UU 24/2013 tentang Administrasi Kependudukan",
      "Permendagri 47/2016 tentang Administrasi Pemerintahan Desa",
    ],
    activityCode: "01.03.01",
    months: ALL_YEAR,
    responsible: "kasi-pemerintahan",
    capability: null,
    module: null,
    indicators: [level("RT yang melaporkan mutasi penduduk setiap bulan", "RT")],
  },
];
