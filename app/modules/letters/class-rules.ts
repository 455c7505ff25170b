/** A code of the classification of archives and letters. */
export interface LetterClass {
  code: string;
  name: string;
}

/** Codes that villages use, after Permendagri 83/2022; a village adds its own and renames these. */
export const CLASSES: readonly LetterClass[] = [
  { code: "000", name: "Umum" },
  { code: "000.1.2.3", name: "Perjalanan dinas" },
  { code: "000.1.5", name: "Rapat" },
  { code: "000.7.1.6", name: "Musrenbang Desa" },
  { code: "100", name: "Pemerintahan" },
  { code: "100.3.2", name: "Rancangan peraturan" },
  { code: "100.3.3", name: "Keputusan" },
  { code: "100.3.9", name: "Penyuluhan hukum" },
  { code: "100.3.10", name: "Bantuan hukum" },
  { code: "100.3.11", name: "Kasus hukum" },
  { code: "200", name: "Politik" },
  { code: "300", name: "Keamanan dan ketertiban" },
  { code: "400", name: "Kesejahteraan rakyat" },
  { code: "400.9.12.5", name: "Karang Taruna" },
  { code: "400.9.14", name: "Penanganan kemiskinan" },
  { code: "400.10.2.1", name: "Fasilitasi pemerintahan desa" },
  { code: "400.10.2.2", name: "Administrasi desa" },
  { code: "400.10.2.3", name: "Permusyawaratan desa" },
  { code: "400.10.2.4", name: "Keuangan dan aset desa" },
  { code: "400.10.2.5", name: "Peningkatan kapasitas desa" },
  { code: "400.10.3.1", name: "Lembaga masyarakat" },
  { code: "400.10.3.2", name: "Pembangunan partisipatif" },
  { code: "400.10.4.4", name: "Kesejahteraan sosial" },
  { code: "400.10.7", name: "BUM Desa" },
  { code: "400.12.2.1", name: "Identitas penduduk" },
  { code: "400.12.2.2", name: "Pindah datang penduduk" },
  { code: "400.12.2.4", name: "Penduduk rentan" },
  { code: "400.12.3.1", name: "Kelahiran dan kematian" },
  { code: "400.12.3.2", name: "Perkawinan dan perceraian" },
  { code: "400.12.4.3", name: "Data administrasi kependudukan" },
  { code: "500", name: "Perekonomian" },
  { code: "500.2", name: "Perdagangan" },
  { code: "500.3", name: "Usaha mikro, kecil, dan menengah" },
  { code: "500.17", name: "Pertanahan" },
  { code: "600", name: "Pekerjaan umum" },
  { code: "700", name: "Pengawasan" },
  { code: "800", name: "Kepegawaian" },
  { code: "800.1.6.1", name: "Pendidikan dan pelatihan" },
  { code: "800.1.11.1", name: "Surat tugas" },
  { code: "900", name: "Keuangan" },
];

/** Digits in groups by dots, as in `400.12.2.1` and in the old `474.1`; letters where a village's own codes have them. */
export const CLASS_PATTERN = /^[0-9A-Z]{1,6}([.-][0-9A-Z]{1,4}){0,6}$/;
