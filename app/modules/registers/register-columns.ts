import type { TableColumn } from "#app/platform/document/blocks.ts";
import type { RegisterKey } from "./register-rules.ts";

/** Widths in mm hold their content on one line in 6 points, on paper of 330 mm. */
const NO: TableColumn = { header: "No.", widthMm: 9, align: "center" };
const DAY = { widthMm: 15.5 };
const MARK = { widthMm: 8, align: "center" } as const;
const NUMBER = { widthMm: 24 };
const NOTE: TableColumn = { header: "Ket.", weight: 1 };
/** Holds `SLTA/sederajat`, `perkawinan`, `hubungan`. */
const WORD = { widthMm: 17 };
const SEX: TableColumn = { header: "L/P", ...MARK };
const pieces = (header: string, group: string): TableColumn => ({
  header,
  group,
  widthMm: 13,
  align: "right",
});

const REPORTED: TableColumn = { header: "Nomor dan tanggal dilaporkan", weight: 1.2 };

const REGULATIONS: TableColumn[] = [
  NO,
  { header: "Jenis peraturan di desa", weight: 1.1 },
  { header: "Nomor dan tanggal ditetapkan", weight: 1.2 },
  { header: "Tentang", weight: 2 },
  { header: "Uraian singkat", weight: 2 },
  { header: "Tanggal kesepakatan", ...DAY },
  REPORTED,
  { header: "Nomor dan tanggal diundangkan dalam Lembaran Desa", weight: 1.2 },
  { header: "Nomor dan tanggal diundangkan dalam Berita Desa", weight: 1.2 },
  NOTE,
];

const DECREES: TableColumn[] = [
  NO,
  { header: "Nomor dan tanggal keputusan", weight: 1.2 },
  { header: "Tentang", weight: 2.2 },
  { header: "Uraian singkat", weight: 2.2 },
  REPORTED,
  NOTE,
];

const START = "Keadaan awal tahun";
const STRUCK = "Penghapusan";
const END = "Keadaan akhir";
const ORIGIN = "Asal barang";
const INVENTORY: TableColumn[] = [
  NO,
  { header: "Jenis barang atau bangunan", weight: 2.2 },
  { header: "Dibeli sendiri", group: ORIGIN, ...MARK, widthMm: 13 },
  { header: "Bantuan pemerintah", group: ORIGIN, ...MARK, widthMm: 17 },
  { header: "Bantuan provinsi", group: ORIGIN, ...MARK, widthMm: 15 },
  { header: "Bantuan kabupaten/kota", group: ORIGIN, ...MARK, widthMm: 17 },
  { header: "Sumbangan", group: ORIGIN, ...MARK, widthMm: 16 },
  pieces("Baik", START),
  pieces("Rusak", START),
  pieces("Rusak", STRUCK),
  pieces("Dijual", STRUCK),
  { ...pieces("Disum-bangkan", STRUCK), widthMm: 15 },
  { header: "Tanggal", group: STRUCK, ...DAY },
  pieces("Baik", END),
  pieces("Rusak", END),
  { ...NOTE, weight: 1.5 },
];

const OFFICIALS: TableColumn[] = [
  NO,
  { header: "Nama", weight: 1.6 },
  { header: "NIAP", weight: 1 },
  { header: "NIP", widthMm: 27 },
  SEX,
  { header: "Tempat, tanggal lahir", weight: 1.3 },
  { header: "Agama", weight: 0.7 },
  { header: "Pangkat, golongan", weight: 0.9 },
  { header: "Jabatan", weight: 1.3 },
  { header: "Pendidikan terakhir", weight: 0.9 },
  { header: "Nomor dan tanggal keputusan pengangkatan", weight: 1.3 },
  { header: "Nomor dan tanggal keputusan pemberhentian", weight: 1.3 },
  { ...NOTE, weight: 1.2 },
];

const PROMULGATED = "Diundangkan";
const GAZETTE: TableColumn[] = [
  NO,
  { header: "Jenis peraturan di desa", weight: 1.2 },
  { header: "Nomor dan tanggal ditetapkan", weight: 1.2 },
  { header: "Tentang", weight: 2.5 },
  { header: "Tanggal", group: PROMULGATED, ...DAY },
  { header: "Nomor", group: PROMULGATED, weight: 1.2 },
  { ...NOTE, weight: 1.2 },
];

const PEOPLE: TableColumn[] = [
  NO,
  { header: "Nama lengkap / panggilan", weight: 1.8 },
  SEX,
  { header: "Status perkawinan", ...WORD },
  { header: "Tempat lahir", weight: 0.9 },
  { header: "Tanggal lahir", ...DAY },
  { header: "Agama", weight: 0.7 },
  { header: "Pendidikan terakhir", ...WORD },
  { header: "Pekerjaan", ...WORD },
  { header: "Dapat membaca huruf", widthMm: 13 },
  { header: "Kewarga-negaraan", widthMm: 13 },
  { header: "Alamat lengkap", weight: 1.6 },
  { header: "Kedudukan dalam keluarga", ...WORD },
  { header: "NIK", ...NUMBER },
  { header: "Nomor KK", ...NUMBER },
  { ...NOTE, weight: 0.8 },
];

const MORE = "Penambahan";
const LESS = "Pengurangan";
const MUTATIONS: TableColumn[] = [
  NO,
  { header: "Nama lengkap / panggilan", weight: 1.8 },
  { header: "Tempat lahir", weight: 1 },
  { header: "Tanggal lahir", ...DAY },
  SEX,
  { header: "Kewarganegaraan", weight: 0.8 },
  { header: "Datang dari", group: MORE, weight: 1.4 },
  { header: "Tanggal", group: MORE, ...DAY },
  { header: "Pindah ke", group: LESS, weight: 1.4 },
  { header: "Tanggal", group: LESS, ...DAY },
  { header: "Meninggal", group: LESS, weight: 1 },
  { header: "Tanggal", group: LESS, ...DAY },
  NOTE,
];

const figure = (header: string, group: string): TableColumn => ({
  header,
  group,
  widthMm: 7.6,
  align: "right",
});
const sexes = (group: string) => ["WNA L", "WNA P", "WNI L", "WNI P"].map((header) => figure(header, group));
const stand = (group: string) => [
  ...sexes(group),
  figure("KK", group),
  { ...figure("Angg. kel.", group), widthMm: 9 },
  { ...figure("Jiwa", group), widthMm: 9 },
];
const BALANCE: TableColumn[] = [
  NO,
  { header: "Dusun", weight: 1 },
  ...stand("Penduduk awal bulan"),
  ...sexes("Tambah: lahir"),
  ...sexes("Tambah: datang"),
  ...sexes("Kurang: meninggal"),
  ...sexes("Kurang: pindah"),
  ...stand("Penduduk akhir bulan"),
  { header: "Ket.", weight: 1 },
];

const TEMPORARY: TableColumn[] = [
  NO,
  { header: "Nama lengkap", weight: 1.5 },
  { header: "L", group: "Jenis kelamin", ...MARK },
  { header: "P", group: "Jenis kelamin", ...MARK },
  { header: "Nomor identitas", ...NUMBER },
  { header: "Tempat, tanggal lahir, umur", weight: 1.4 },
  { header: "Pekerjaan", weight: 1 },
  { header: "Kebangsaan", group: "Kewarganegaraan", weight: 0.8 },
  { header: "Keturunan", group: "Kewarganegaraan", weight: 0.8 },
  { header: "Datang dari", weight: 1.1 },
  { header: "Maksud dan tujuan", weight: 1.2 },
  { header: "Nama dan alamat yang didatangi", weight: 1.5 },
  { header: "Tanggal datang", ...DAY },
  { header: "Tanggal pergi", ...DAY },
  NOTE,
];

const CARDS: TableColumn[] = [
  NO,
  { header: "Nomor KK", ...NUMBER },
  { header: "Nama lengkap", weight: 1.6 },
  { header: "NIK", ...NUMBER },
  SEX,
  { header: "Tempat, tanggal lahir", weight: 1.2 },
  { header: "Gol. darah", widthMm: 9 },
  { header: "Agama", weight: 0.7 },
  { header: "Pendidikan", ...WORD },
  { header: "Pekerjaan", ...WORD },
  { header: "Alamat", weight: 1.5 },
  { header: "Status perkawinan", ...WORD },
  { header: "Tempat dan tanggal dikeluarkan", weight: 0.9 },
  { header: "Status hubungan keluarga", ...WORD },
  { header: "Kewarga-negaraan", widthMm: 13 },
  { header: "Ayah", group: "Orang tua", weight: 1 },
  { header: "Ibu", group: "Orang tua", weight: 1 },
  { header: "Tanggal mulai tinggal di desa", ...DAY },
  { ...NOTE, weight: 0.8 },
];

/** The columns of each register as the annex of Permendagri 47/2016 has them. */
export const REGISTER_COLUMNS: Record<RegisterKey, readonly TableColumn[]> = {
  peraturan: REGULATIONS,
  keputusan: DECREES,
  inventaris: INVENTORY,
  aparat: OFFICIALS,
  lembaran: GAZETTE,
  induk: PEOPLE,
  mutasi: MUTATIONS,
  rekapitulasi: BALANCE,
  sementara: TEMPORARY,
  "ktp-kk": CARDS,
};

/** Words that are parted for narrow columns on paper. */
const PARTED = { "Kewarga-negaraan": "Kewarganegaraan", "Disum-bangkan": "Disumbangkan" };

/** A column's name where its group does not stand above it. */
export function fullHeader({ header, group }: TableColumn): string {
  const whole = PARTED[header as keyof typeof PARTED] ?? header;
  return group ? `${group}: ${whole}` : whole;
}
