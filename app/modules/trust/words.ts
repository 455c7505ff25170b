import type { OfficialColumn, RowProblem } from "./officials-rules.ts";

/** Sentences of verification, contest and suspension. */
export const TRUST_WORDS = {
  claimGone: "Permintaan ini tidak ada.",
  claimDecided:
    "Permintaan ini sudah diputuskan atau berubah sementara Anda membukanya. Buka lagi halamannya untuk melihat keadaannya.",
  villageGone: "Desa ini tidak ada.",
  villageChanged:
    "Keadaan desa ini sudah berubah sementara Anda membukanya. Buka lagi halamannya, lalu putuskan lagi.",
  alreadyVerified: "Desa ini sudah terverifikasi. Tidak ada yang perlu diminta lagi.",
  notYetReady: "Desa ini masih disiapkan. Putuskan lagi beberapa menit lagi.",
  /** One sentence for whatever does not agree: nobody learns from it what stands in the list. */
  notListed:
    "Belum cocok dengan daftar perangkat dari kabupaten. Periksa nomor SK di sini, serta nama dan nomor telepon di Akun saya. Permintaan Anda tetap tercatat dan dicocokkan lagi setiap kali kabupaten mengunggah daftar baru. Bila tidak ingin menunggu, kirim surat pengantar.",
  noPhone:
    "Akun Anda belum mempunyai nomor telepon. Isi dahulu di Akun saya, karena nomor itu yang dicocokkan.",
  listTries: (minutes: number) =>
    `Desa ini sudah terlalu sering mencoba mencocokkan hari ini. Silakan coba lagi ${hoursOf(minutes)}, atau kirim surat pengantar.`,
  matched: "Cocok. Desa Anda terverifikasi; halaman untuk umum tampil dalam satu menit.",
  letterSent:
    "Surat pengantar terkirim. Kabupaten atau pengelola Balai memeriksanya; hasilnya tampil di Kabar.",
  letterWaits: "Surat pengantar desa ini masih diperiksa. Tunggu putusannya sebelum mengirim yang baru.",
  letterMissing: "Pilih foto atau PDF surat pengantarnya.",
  contestFiled: (number: string) =>
    `Sanggahan Anda tercatat dengan nomor ${number}. Pemeriksa akan menghubungi nomor telepon yang Anda tulis.`,
  contestLimit: (minutes: number) =>
    `Terlalu banyak sanggahan dari sambungan internet ini. Silakan coba lagi ${minutes} menit lagi.`,
  contestFull: (minutes: number) =>
    `Desa ini sudah terlalu banyak disanggah hari ini. Silakan coba lagi ${hoursOf(minutes)}.`,
  notTaken:
    "Desa ini belum terdaftar di Balai, jadi tidak ada yang perlu disanggah. Anda dapat mendaftarkannya.",
  contestOver: "Sanggahan ini sudah diputuskan. Tidak ada yang dapat dijawab lagi.",
  objectionOver:
    "Keberatan desa ini sudah diputuskan atau masih diperiksa. Keberatan hanya dapat diajukan satu kali.",
  answersFull: "Jawaban desa ini sudah cukup banyak. Tunggu putusannya.",
  answerSent: "Jawaban terkirim. Pemeriksa membacanya bersama sanggahan itu.",
  objectionSent: "Keberatan terkirim. Selama diperiksa, data desa tidak dihapus.",
  chooseDecision: "Pilih putusannya: terima atau tolak.",
  accepted: "Permintaan diterima.",
  refused: "Permintaan ditolak, dan alasannya tampil di kantor desa.",
  contestAccepted:
    "Sanggahan diterima. Desa itu langsung ditangguhkan. Kirim tautan pendaftaran di bawah kepada penyanggah.",
  objectionUpheld: "Keberatan diterima. Desa itu aktif lagi dan tautan penyanggah dibatalkan.",
  objectionRefused: "Keberatan ditolak. Penghapusan data desa itu berjalan terus.",
  reversed: "Putusan dibatalkan. Desa itu aktif lagi dan tautan penyanggah tidak berlaku.",
  ticketNeeded:
    "Desa ini hanya dapat didaftarkan oleh pemenang sanggahannya. Buka tautan pendaftaran yang dikirim pemeriksa kepada Anda.",
  ticketEarly:
    "Pendaftaran lama desa ini sudah dicabut, tetapi masih dalam masa keberatan. Tautan Anda dapat dipakai setelah masa itu lewat; simpanlah.",
  ticketRenewed: "Tautan baru dibuat; tautan sebelumnya tidak berlaku lagi.",
  ticketUsed: "Tautan ini sudah dipakai untuk mendaftarkan desa, atau sanggahannya tidak diterima.",
  withdrawnByVerification: "Desa sudah terverifikasi dengan cara lain.",
  refusedByContest: "Sanggahan orang lain atas desa ini diterima.",
  trialOver: "Masa uji coba desa ini sudah habis. Datanya sedang dihapus.",
  alreadySuspended: "Desa ini sudah ditangguhkan.",
  notSuspended: "Desa ini tidak sedang ditangguhkan.",
  beingErased: "Masa uji coba desa ini sudah habis dan datanya sedang dihapus. Ini tidak dapat dibatalkan.",
  lostByContest:
    "Desa ini ditangguhkan karena sanggahan atasnya diterima. Batalkan putusan itu di halaman Verifikasi.",
  suspended: (name: string) =>
    `Desa ${name} ditangguhkan. Perangkatnya masih dapat masuk, membaca, dan mengunduh datanya.`,
  lifted: (name: string) => `Penangguhan desa ${name} dicabut.`,
  suspendedByContest: (until: string) =>
    `Sanggahan atas pendaftaran desa ini diterima. Data desa dihapus pada ${until}, kecuali keberatan Anda diterima sebelum itu.`,
} as const;

/** What the winner of a contest gets by WhatsApp. */
export const TICKET_TEXT = (name: string, place: string, link: string) =>
  `Yth. ${name}, sanggahan Anda atas pendaftaran ${place} di Balai diterima. Daftarkan desa Anda melalui tautan ini: ${link} Tautan hanya dapat dipakai satu kali; jangan diteruskan kepada orang lain.`;

const COLUMN_NAMES: Record<OfficialColumn, string> = {
  code: "kode desa",
  name: "nama",
  position: "jabatan",
  decree: "nomor SK",
  phone: "nomor telepon",
};

/** Sentences about the kabupaten's list of officials. */
export const OFFICIALS_WORDS = {
  missing: "Pilih lembar daftar perangkat.",
  noColumn: (columns: readonly OfficialColumn[]) =>
    `Kolom ${columns.map((column) => COLUMN_NAMES[column]).join(", ")} tidak ditemukan di baris judul. Beri judul kolomnya, lalu unggah lagi.`,
  noRow: (first: RowProblem | undefined) =>
    first
      ? `Tidak ada baris yang dapat dipakai. Baris ${first.row}: ${first.sentence}`
      : "Di bawah baris judul tidak ada perangkat. Isi dahulu lembarnya.",
  gone: "Daftar ini tidak ada lagi. Unggah lagi lembarnya.",
  inForce: "Daftar ini sudah dipakai.",
  used: (rows: number) =>
    `Daftar berisi ${rows} perangkat sekarang berlaku. Desa yang menunggu dicocokkan dalam beberapa menit.`,
} as const;

/** What Meja kerja says of a trial. */
export const TRIAL_WORDS = {
  line: (days: number) =>
    days === 0 ? "Masa uji coba desa sudah habis" : `Masa uji coba desa tinggal ${days} hari`,
  meta: (day: string) => `Mintalah verifikasi. Tanpa itu semua data desa dihapus pada ${day}.`,
} as const;

/** Sentences of messages that the village's leaders and administrator get. */
export const TRUST_NEWS = {
  verified: { title: "Desa Anda terverifikasi", body: "Halaman desa sekarang tampil untuk umum." },
  trialEnds: (days: number, day: string) => ({
    title:
      days === 0 ? "Masa uji coba desa Anda sudah habis" : `Masa uji coba desa Anda tinggal ${days} hari`,
    body: `Bila desa belum terverifikasi, semua datanya dihapus pada ${day}. Mintalah verifikasi, atau unduh dahulu data yang Anda perlukan.`,
  }),
  letterRefused: (reason: string) => ({
    title: "Surat pengantar ditolak",
    body: `Alasannya: ${reason} Anda dapat mengirim surat yang baru.`,
  }),
  contested: {
    title: "Pendaftaran desa Anda disanggah",
    body: "Ada orang lain yang menyatakan mewakili desa ini. Baca sanggahannya dan jawablah.",
  },
  suspended: (reason: string) => ({
    title: "Desa Anda ditangguhkan",
    body: `Alasannya: ${reason} Selama ditangguhkan data dapat dibaca dan diunduh, tetapi tidak dapat diubah.`,
  }),
  lifted: { title: "Penangguhan desa Anda dicabut", body: "Kantor desa dapat dipakai seperti biasa." },
  contestRefused: { title: "Sanggahan atas desa Anda ditolak", body: "Tidak ada yang berubah." },
  contestAccepted: (day: string) => ({
    title: "Sanggahan atas desa Anda diterima",
    body: `Desa ditangguhkan dan datanya dihapus pada ${day}, kecuali keberatan Anda diterima sebelum itu.`,
  }),
  objectionUpheld: { title: "Keberatan Anda diterima", body: "Desa aktif lagi." },
  objectionRefused: (reason: string) => ({
    title: "Keberatan Anda ditolak",
    body: `Alasannya: ${reason} Penghapusan data desa berjalan terus.`,
  }),
} as const;

function hoursOf(minutes: number): string {
  return minutes < 90 ? `${minutes} menit lagi` : `${Math.ceil(minutes / 60)} jam lagi`;
}
