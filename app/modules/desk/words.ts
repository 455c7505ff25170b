/** Words of Meja kerja and of the messages. */
export const DESK_WORDS = {
  waiting: "Menunggu Anda",
  current: "Pekerjaan bulan ini",
  news: "Kabar baru",
  allNews: "Semua kabar",
  nothing: "Tidak ada yang menunggu Anda saat ini.",
  nothingHint: "Hal yang perlu Anda kerjakan, periksa, atau setujui akan tampil di sini.",
  late: "Terlambat",
  modules: "Layanan",
  inboxEmpty: "Belum ada kabar",
  inboxEmptyHint: "Persetujuan, pengembalian, tugas baru, dan sebutan nama Anda akan tampil di sini.",
  markAll: "Tandai semua sudah dibaca",
  allRead: "Semua kabar ditandai sudah dibaca.",
  unread: "Baru",
} as const;
