/** Rights and duties of people who are served (UU 25/2009 Pasal 18 and 19), in plain words. */
export const RIGHTS = [
  "Tahu syarat, tata cara, waktu, dan biaya setiap pelayanan sebelum memintanya.",
  "Dilayani sesuai standar yang ditetapkan, dengan sopan, tanpa dibeda-bedakan.",
  "Mendapat tanda terima, dan tahu sampai di mana permintaan Anda.",
  "Mendapat surat dari desa tanpa dipungut biaya.",
  "Mengadu bila dilayani tidak semestinya, mendapat jawaban, dan tidak dirugikan karenanya.",
  "Ikut mengawasi dan memberi usul agar pelayanan lebih baik.",
  "Dibantu bila lanjut usia, hamil, atau penyandang disabilitas.",
  "Data pribadi Anda dijaga dan hanya dipakai untuk pelayanan yang Anda minta.",
] as const;

export const DUTIES = [
  "Membawa syarat yang diminta, dengan isi yang benar.",
  "Mengikuti tata cara dan menjaga ketertiban di tempat pelayanan.",
  "Ikut menjaga sarana pelayanan milik bersama.",
  "Tidak memberi imbalan kepada petugas.",
] as const;

export const SOURCES =
  "Ringkasan dari Undang-Undang 25/2009 tentang Pelayanan Publik (Pasal 18 dan 19), Permendagri 2/2017 tentang Standar Pelayanan Minimal Desa, dan Permendesa PDTT 1/2015 Pasal 22.";
