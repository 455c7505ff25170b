/** Text of the written notices of a breach. */
export const LETTER_WORDS = {
  title: {
    subjek: "Pemberitahuan kegagalan pelindungan data pribadi",
    lembaga: "Laporan kegagalan pelindungan data pribadi",
    umum: "Pengumuman kegagalan pelindungan data pribadi",
  },
  number: "Nomor: ..............................",
  to: {
    subjek: "Kepada Yth.\nSdr. ........................................\ndi tempat",
    lembaga:
      "Kepada Yth.\nKementerian Komunikasi dan Digital, atau lembaga pelindungan data pribadi yang berwenang\ndi Jakarta",
  },
  opening: (village: string) =>
    `Dengan ini Pemerintah ${village}, sebagai pengendali data pribadi, memberitahukan telah terjadi kegagalan pelindungan data pribadi. Pemberitahuan ini disampaikan menurut Pasal 46 Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.`,
  closing: {
    subjek:
      "Kami meminta maaf atas kejadian ini. Waspadai orang yang mengaku dari desa, bank, atau instansi lain dan meminta kode, kata sandi, atau uang. Untuk bertanya, atau meminta data Anda diperbaiki atau dihapus, datanglah ke kantor desa atau hubungi nomor pada kop surat ini.",
    lembaga:
      "Pemberitahuan kepada orang yang datanya terkena disampaikan secara terpisah. Keterangan yang belum lengkap kami susulkan begitu diketahui.",
    umum: "Kami meminta maaf atas kejadian ini. Bila Anda merasa datanya terkena, datanglah ke kantor desa atau hubungi nomor pada kop surat ini. Waspadai orang yang mengaku dari desa, bank, atau instansi lain dan meminta kode, kata sandi, atau uang.",
  },
} as const;
