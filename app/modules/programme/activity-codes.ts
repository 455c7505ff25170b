import { normaliseActivityCode } from "./apbdes-rules.ts";

export type ActivityCodeEntry = { code: string; name: string };

const CODES: readonly (readonly [code: string, name: string])[] = [
  ["01.01.01", "Penghasilan tetap dan tunjangan Kepala Desa"],
  ["01.01.02", "Penghasilan tetap dan tunjangan perangkat desa"],
  ["01.01.03", "Jaminan sosial bagi Kepala Desa dan perangkat desa"],
  ["01.01.04", "Operasional pemerintah desa (ATK, honor PKPKD dan PPKD, dan lain-lain)"],
  ["01.01.05", "Tunjangan BPD"],
  ["01.01.06", "Operasional BPD (rapat, ATK, konsumsi, seragam, listrik, dan lain-lain)"],
  ["01.01.07", "Insentif atau operasional RT/RW"],
  ["01.01.90", "Tali asih Kepala Desa"],
  ["01.01.91", "Tali asih perangkat desa"],
  ["01.01.92", "Lain-lain penghasilan tetap dan operasional pemerintahan desa"],
  ["01.02.01", "Penyediaan sarana (aset tetap) perkantoran pemerintahan"],
  ["01.02.02", "Pemeliharaan gedung dan prasarana kantor desa"],
  ["01.02.03", "Pembangunan, rehabilitasi, atau peningkatan gedung dan prasarana kantor desa"],
  ["01.02.90", "Lain-lain sarana dan prasarana pemerintahan desa"],
  ["01.03.01", "Pelayanan administrasi umum dan kependudukan"],
  ["01.03.02", "Penyusunan, pendataan, dan pemutakhiran Profil Desa"],
  ["01.03.03", "Pengelolaan administrasi dan kearsipan pemerintahan desa"],
  ["01.03.04", "Penyuluhan dan penyadaran masyarakat tentang kependudukan dan pencatatan sipil"],
  ["01.03.05", "Pemetaan dan analisis kemiskinan desa secara partisipatif"],
  ["01.03.90", "Lain-lain administrasi kependudukan, pencatatan sipil, statistik, dan kearsipan"],
  ["01.04.01", "Musyawarah perencanaan desa dan pembahasan APBDes (reguler)"],
  ["01.04.02", "Musyawarah desa lainnya (musyawarah dusun, rembuk desa nonreguler)"],
  ["01.04.03", "Penyusunan dokumen perencanaan desa (RPJMDes, RKPDes, dan lain-lain)"],
  ["01.04.04", "Penyusunan dokumen keuangan desa (APBDes, perubahan APBDes, LPJ, dan lain-lain)"],
  ["01.04.05", "Administrasi, inventarisasi, dan penilaian aset desa"],
  ["01.04.06", "Penyusunan kebijakan desa (Perdes dan Perkades di luar perencanaan dan keuangan)"],
  ["01.04.07", "Penyusunan laporan Kepala Desa, LPPDes, dan informasi kepada masyarakat"],
  ["01.04.08", "Pengembangan sistem informasi desa"],
  ["01.04.09", "Koordinasi dan kerja sama penyelenggaraan pemerintahan dan pembangunan desa"],
  ["01.04.10", "Dukungan dan sosialisasi pemilihan Kepala Desa, kepala kewilayahan, dan BPD"],
  ["01.04.11", "Lomba antarkewilayahan dan pengiriman kontingen lomba desa"],
  ["01.04.90", "Penyusunan dan penetapan standar satuan harga desa"],
  ["01.04.91", "Penjaringan dan penyaringan calon Kepala Desa"],
  ["01.04.92", "Pengisian keanggotaan BPD"],
  ["01.04.93", "Pemilihan Kepala Desa antarwaktu"],
  ["01.04.94", "Pengisian perangkat desa"],
  ["01.04.95", "Evaluasi tingkat perkembangan desa"],
  ["01.04.96", "Sosialisasi peraturan perundang-undangan di tingkat desa"],
  ["01.04.97", "Lain-lain tata praja pemerintahan, perencanaan, keuangan, dan pelaporan"],
  ["01.05.01", "Sertifikasi tanah kas desa"],
  ["01.05.02", "Administrasi pertanahan (pendaftaran tanah dan registrasi agenda pertanahan)"],
  ["01.05.03", "Fasilitasi sertifikasi tanah untuk masyarakat miskin"],
  ["01.05.04", "Mediasi konflik pertanahan"],
  ["01.05.05", "Penyuluhan pertanahan"],
  ["01.05.06", "Administrasi Pajak Bumi dan Bangunan (PBB)"],
  ["01.05.07", "Penentuan dan penegasan batas atau patok tanah kas desa"],
  ["01.05.90", "Pengadaan atau pelepasan tanah kas desa"],
  ["01.05.91", "Kompensasi atau ganti rugi lahan terdampak pembangunan"],
  ["01.05.92", "Penetapan dan penegasan batas desa"],
  ["01.05.93", "Penyusunan tata ruang desa dan peta desa"],
  ["01.05.94", "Lain-lain pertanahan"],
  ["02.01.08", "Pengelolaan perpustakaan milik desa (pengadaan buku, honor, taman baca)"],
  ["02.03.09", "Pemeliharaan monumen, gapura, atau batas desa"],
  ["02.03.17", "Pembuatan atau pemutakhiran peta wilayah dan sosial desa"],
  ["02.03.18", "Penyusunan dokumen perencanaan tata ruang desa"],
  ["02.03.20", "Pembangunan, rehabilitasi, atau peningkatan monumen, gapura, atau batas desa"],
  ["02.06.02", "Penyelenggaraan informasi publik desa (poster, baliho, dan lain-lain)"],
  ["02.06.03", "Pembuatan dan pengelolaan jaringan komunikasi dan informasi lokal desa"],
  ["03.01.01", "Pengadaan atau penyelenggaraan pos keamanan desa"],
  ["03.01.02", "Penguatan kapasitas tenaga keamanan dan ketertiban oleh pemerintah desa"],
  ["03.01.03", "Koordinasi pembinaan keamanan, ketertiban, dan pelindungan masyarakat skala desa"],
  ["03.01.04", "Kesiapsiagaan dan tanggap bencana skala lokal desa"],
  ["03.01.05", "Penyediaan pos kesiapsiagaan bencana skala lokal desa"],
  ["03.01.06", "Bantuan hukum untuk aparatur desa dan masyarakat miskin"],
  ["03.01.90", "Dukungan pembinaan keamanan dan ketertiban wilayah (seragam dan operasional linmas)"],
  ["03.01.91", "Pembentukan tim keamanan desa"],
  ["03.01.92", "Lain-lain ketenteraman, ketertiban umum, dan pelindungan masyarakat"],
  ["03.02.01", "Pembinaan kelompok kesenian dan kebudayaan tingkat desa"],
  ["03.02.02", "Pengiriman kontingen kesenian dan kebudayaan sebagai wakil desa"],
  ["03.02.03", "Festival kesenian, adat, kebudayaan, dan keagamaan"],
  ["03.02.04", "Pemeliharaan sarana kebudayaan, rumah adat, dan keagamaan milik desa"],
  ["03.02.05", "Pembangunan atau rehabilitasi sarana kebudayaan, rumah adat, dan keagamaan milik desa"],
  ["03.02.90", "Pelestarian dan pengembangan gotong royong masyarakat desa"],
  ["03.02.91", "Dukungan pengelolaan sarana kebudayaan, rumah adat, dan keagamaan di desa"],
  ["03.02.92", "Sedekah bumi, sedekah laut, atau apitan"],
  ["03.02.93", "Partisipasi perayaan hari besar nasional"],
  ["03.02.94", "Pembinaan kerukunan umat beragama"],
  ["03.02.95", "Lain-lain kebudayaan dan keagamaan"],
  ["03.03.01", "Pengiriman kontingen kepemudaan dan olahraga sebagai wakil desa"],
  ["03.03.02", "Pelatihan kepemudaan tingkat desa"],
  ["03.03.03", "Festival atau lomba kepemudaan dan olahraga tingkat desa"],
  ["03.03.04", "Pemeliharaan sarana kepemudaan dan olahraga milik desa"],
  ["03.03.05", "Pembangunan, rehabilitasi, atau peningkatan sarana kepemudaan dan olahraga milik desa"],
  ["03.03.06", "Pembinaan karang taruna, klub kepemudaan, dan klub olahraga tingkat desa"],
  ["03.03.90", "Lain-lain kepemudaan dan olahraga"],
  ["03.04.01", "Pembinaan lembaga adat"],
  ["03.04.02", "Pembinaan LKMD, LPM, atau LPMD"],
  ["03.04.03", "Pembinaan PKK"],
  ["03.04.04", "Pelatihan dan pembinaan lembaga kemasyarakatan"],
  ["03.04.90", "Pembentukan dan pembinaan lembaga kemasyarakatan"],
  ["03.04.91", "Pembentukan dan fasilitasi kader pembangunan dan pemberdayaan masyarakat"],
  ["03.04.92", "Lain-lain kelembagaan masyarakat"],
  ["04.03.01", "Peningkatan kapasitas Kepala Desa"],
  ["04.03.02", "Peningkatan kapasitas perangkat desa"],
  ["04.03.03", "Peningkatan kapasitas BPD"],
  ["04.03.90", "Lain-lain peningkatan kapasitas aparatur desa"],
  ["05.01.01", "Penanggulangan bencana"],
  ["05.02.01", "Penanganan keadaan darurat"],
  ["05.03.01", "Penanganan keadaan mendesak"],
];

/** Codes that a Kasi Pemerintahan meets: all of bidang 1 and 3, 4.3, 5, and what the shelf uses of bidang 2. */
export const ACTIVITY_CODES: readonly ActivityCodeEntry[] = CODES.map(([code, name]) => ({ code, name }));

/** The entry of a code in any spelling, or null: a valid code may still be unknown here (local lists differ). */
export function findActivityCode(text: string): ActivityCodeEntry | null {
  const code = normaliseActivityCode(text);
  return ACTIVITY_CODES.find((entry) => entry.code === code) ?? null;
}

/** Suggestions for what was typed: a code or its beginning (`1.5`, `01.05`), or words that all occur in the name. */
export function searchActivityCodes(query: string, limit = 10): ActivityCodeEntry[] {
  const text = query.trim().toLowerCase();
  if (text === "") return [];
  const matches = /^[\d.\s]+$/.test(text) ? startsWithCode(text) : containsWords(text.split(/\s+/));
  return ACTIVITY_CODES.filter(matches).slice(0, limit);
}

function startsWithCode(text: string): (entry: ActivityCodeEntry) => boolean {
  const parts = text.replace(/\s+/g, "").split(".").filter(Boolean);
  const exact = normaliseActivityCode(text);
  const prefix = parts.map((part) => part.padStart(2, "0")).join(".");
  return ({ code }) => code === exact || code.startsWith(prefix) || code.startsWith(text);
}

function containsWords(words: readonly string[]): (entry: ActivityCodeEntry) => boolean {
  return ({ name }) => words.every((word) => name.toLowerCase().includes(word));
}
