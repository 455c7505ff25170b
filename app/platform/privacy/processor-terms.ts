import type { Day } from "../clock.ts";
import { sha256Hex } from "../ids.ts";

/** One text of the terms between the village (controller) and Balai's operator (processor), UU 27/2022. */
export interface TermsVersion {
  /** Stands in each acceptance, so it never changes; another text is another version. */
  version: string;
  /** From this day on the text is asked for. */
  since: Day;
  sections: readonly { title: string; points: readonly string[] }[];
}

/** Every version, oldest first. A text that villages accepted is never edited: a test holds the hash of each. */
export const TERMS_VERSIONS: readonly TermsVersion[] = [
  {
    version: "2026-11",
    since: "2026-11-01",
    sections: [
      {
        title: "Siapa bertanggung jawab",
        points: [
          "Desa adalah pengendali data pribadi: desa menentukan data apa yang dikumpulkan, untuk keperluan apa, dan siapa yang boleh melihatnya.",
          "Pengelola Balai adalah prosesor: ia menyimpan dan mengolah data itu hanya atas perintah desa, yaitu lewat apa yang dikerjakan perangkat desa di Balai.",
          "Perjanjian ini dibuat menurut Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.",
        ],
      },
      {
        title: "Data dan keperluannya",
        points: [
          "Data perangkat desa dan mitranya: nama, jabatan, nomor telepon, surel, dan catatan pemakaian akun.",
          "Data warga yang diisi desa: NIK, nomor KK, nama, alamat, keluarga, pekerjaan, dan data lain yang diperlukan untuk pelayanan dan pemerintahan desa.",
          "Data yang bersifat spesifik, seperti kesehatan, disabilitas, dan data anak, hanya diisi bila tugas desa memerlukannya.",
          "Keperluannya ialah pelayanan dan penyelenggaraan pemerintahan desa. Data tidak dipakai untuk keperluan lain.",
        ],
      },
      {
        title: "Kewajiban desa",
        points: [
          "Mengisi hanya data yang diperlukan, dengan dasar hukum yang sah: tugas dan kewajiban menurut undang-undang, atau persetujuan warga.",
          "Memberi tahu warga bahwa datanya disimpan di Balai dan untuk apa.",
          "Memberi akun kepada orangnya sendiri sesuai jabatannya, dan mengakhirinya begitu jabatannya berakhir.",
          "Menjawab permintaan orang atas datanya paling lambat 3 x 24 jam sejak permintaan diterima.",
          "Tidak memasukkan data dari sistem instansi lain tanpa izin atau perjanjian dengan instansi itu.",
        ],
      },
      {
        title: "Kewajiban pengelola Balai",
        points: [
          "Tidak menjual, membagikan, atau memakai data desa untuk iklan, penelitian, atau keperluan sendiri.",
          "Menyegel nomor identitas dan kontak dengan kunci milik desa itu sendiri, memisahkan data setiap desa, dan mencatat siapa membuka data terlindung.",
          "Mewajibkan orang-orangnya menjaga rahasia, dan membuka data desa hanya bila desa memintanya atau undang-undang mewajibkannya.",
          "Membuat cadangan terenkripsi, dan membantu desa menjawab permintaan orang atas datanya.",
        ],
      },
      {
        title: "Tempat penyimpanan dan pihak lain",
        points: [
          "Tempat penyimpanan data desa tertulis di halaman ini. Data warga disimpan dan diolah di Indonesia, kecuali peraturan membolehkan lain.",
          "Pihak lain yang ikut mengolah data, misalnya penyedia server, hanya dipakai bila terikat kewajiban yang sama. Perubahannya diberitahukan 30 hari sebelumnya.",
        ],
      },
      {
        title: "Kegagalan pelindungan data",
        points: [
          "Bila pengelola Balai mengetahui data desa bocor, hilang, atau diubah tanpa hak, ia memberi tahu desa segera, paling lambat 24 jam.",
          "Desa memberi tahu orang yang datanya terkena dan lembaga yang berwenang secara tertulis paling lambat 3 x 24 jam (Pasal 46). Balai menyediakan catatan, hitungan waktu, dan suratnya.",
        ],
      },
      {
        title: "Masa simpan dan berakhirnya perjanjian",
        points: [
          "Data disimpan selama tertulis di halaman Masa simpan, lalu dihapus dengan sendirinya.",
          "Desa dapat mengambil seluruh datanya setiap saat. Bila desa berhenti, datanya dihapus beserta cadangannya, dan desa menerima bukti penghapusan.",
        ],
      },
      {
        title: "Pemeriksaan dan perubahan",
        points: [
          "Desa dapat melihat log akses di halaman Data pribadi dan meminta keterangan kepada pengelola Balai.",
          "Bila perjanjian ini berubah, desa diminta menyetujui versi baru. Selama 30 hari desa masih dapat memasukkan data menurut versi yang lama.",
        ],
      },
    ],
  },
];

/** SHA-256 of all that a version says, kept with each acceptance. */
export function hashTerms({ version, since, sections }: TermsVersion): Promise<string> {
  const parts = sections.map(({ title, points }) => [title, ...points]);
  return sha256Hex(JSON.stringify([version, since, parts]));
}
