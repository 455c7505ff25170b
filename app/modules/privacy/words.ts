/** Sentences of the terms between village and platform. */
export const TERMS_WORDS = {
  accepted: "Perjanjian disetujui. Desa dapat memasukkan data warga.",
  already: (name: string) => `Perjanjian versi ini sudah disetujui oleh ${name}.`,
  otherText: "Teks perjanjian sudah berganti sejak halaman ini dibuka. Muat ulang dan baca lagi.",
  notYours:
    "Perjanjian disetujui Kepala Desa. Selama Kepala Desa belum bergabung, pendaftar desa boleh menyetujuinya.",
  deskTitle: "Setujui perjanjian pemrosesan data",
  deskMissing: "Sebelum disetujui, data warga belum dapat dimasukkan.",
  deskRenew: (until: string) => `Ada versi baru. Versi lama berlaku sampai ${until}.`,
  pendaftar: "pendaftar desa",
};

/** Sentences of retention and of the limits of the access log. */
export const KEEP_WORDS = {
  saved: (name: string, keep: string) => `${name}: disimpan ${keep}. Berlaku mulai malam ini.`,
  outside: (least: string, most: string) => `Paling singkat ${least}, paling lama ${most}.`,
  fixed: "Masa simpan jenis ini tetap dan tidak dapat diubah.",
  unknown: "Jenis data ini tidak ada.",
  units: { days: "hari", months: "bulan" },
  limitsSaved: "Batas disimpan. Yang melebihinya diberitahukan kepada Kepala Desa dan Sekretaris Desa.",
};

/** Sentences of what persons ask. */
export const REQUEST_WORDS = {
  kinds: {
    access: "Melihat semua data tentang dirinya",
    correction: "Memperbaiki data yang salah",
    deletion: "Menghapus data tentang dirinya",
  },
  shortKinds: { access: "Lihat data", correction: "Perbaikan", deletion: "Penghapusan" },
  states: { open: "Menunggu jawaban", answered: "Dipenuhi", refused: "Ditolak" },
  gone: "Permintaan ini tidak ada.",
  noPerson: "Orang ini tidak ada di data desa. Cari lagi.",
  future: "Waktunya belum terjadi. Isi kapan permintaan itu diterima.",
  tooOld: "Paling lama setahun yang lalu.",
  opened: (name: string, due: string) => `Permintaan ${name} dicatat. Jawab paling lambat ${due}.`,
  answered: (name: string) => `Permintaan ${name} sudah dijawab. Sampaikan jawabannya kepada orangnya.`,
  alreadyAnswered: "Permintaan ini sudah dijawab.",
  stale: "Permintaan ini baru saja diubah orang lain. Muat ulang, lalu periksa lagi.",
  nothingRemovable:
    "Tidak ada data yang boleh dihapus sekarang. Tolak permintaannya dengan alasan seperti tertulis di bawah.",
  deskTitle: (name: string) => `Jawab permintaan data ${name}`,
  told: (name: string) => `Permintaan data ${name} harus dijawab`,
  late: (name: string) => `Jawaban atas permintaan data ${name} terlambat`,
};

/** Sentences of breaches. */
export const BREACH_WORDS = {
  gone: "Catatan ini tidak ada.",
  future: "Waktunya belum terjadi. Isi kapan kejadian itu diketahui.",
  tooOld: "Paling lama setahun yang lalu.",
  opened: (due: string) =>
    `Kejadian dicatat. Pemberitahuan tertulis harus disampaikan paling lambat ${due}. Lengkapi uraiannya sekarang.`,
  described: "Uraian disimpan. Surat pemberitahuannya sudah memuat isian ini.",
  noted: (whom: string) => `Dicatat: ${whom} sudah diberi tahu.`,
  closed: "Catatan kejadian ini ditutup.",
  isClosed: "Catatan ini sudah ditutup dan tidak dapat diubah.",
  stale: "Catatan ini baru saja diubah orang lain. Muat ulang, lalu periksa lagi.",
  notToldYet: "Waktunya belum terjadi. Catat setelah pemberitahuannya dikirim.",
  closing: {
    selesai: (note: string) => note,
    bukan: (note: string) => `Bukan kegagalan pelindungan data. ${note}`,
  },
  beforeFound: "Pemberitahuan tidak dapat mendahului saat kejadian diketahui.",
  notYet: (missing: string) => `Belum dapat ditutup. Yang belum: ${missing}.`,
  deskTitle: "Beri tahu kegagalan pelindungan data",
  toldTitle: "Kegagalan pelindungan data harus diberitahukan",
  lateTitle: "Pemberitahuan kegagalan pelindungan data terlambat",
  toldBody: (due: string) => `Batasnya ${due}. Lengkapi uraian, kirim suratnya, lalu catat pengirimannya.`,
  whom: { subjek: "orang yang datanya terkena", lembaga: "lembaga pelindungan data", umum: "masyarakat" },
  alert: (village: string, due: string) =>
    `Desa ${village} mencatat kegagalan pelindungan data pribadi; batas pemberitahuannya ${due}. Hubungi Kepala Desa dan tanyakan apakah Balai perlu membantu.`,
} as const;

/** What stands in the file that a person gets. */
export const FILE_WORDS = {
  title: "Data pribadi yang disimpan desa",
  intro:
    "Berikut semua data tentang Anda yang disimpan desa di Balai pada saat berkas ini dibuat, beserta keperluannya (UU 27/2022).",
  rights:
    "Anda berhak meminta data yang salah diperbaiki, meminta data yang tidak diperlukan lagi dihapus sejauh undang-undang membolehkan, dan mengajukan keberatan kepada Kepala Desa.",
  leftOut: (count: number) => `Masih ada ${count} catatan yang lebih lama; mintalah bila diperlukan.`,
  footer: (name: string) => `Data pribadi ${name}. Rahasia: serahkan hanya kepada orangnya.`,
};
