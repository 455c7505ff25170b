/** Sentences about numbers of letters. */
export const NUMBER_WORDS = {
  seriesFull: "Nomor surat tahun ini sudah habis (99.999). Hubungi pengelola Balai.",
  notReserved: (number: number) =>
    `Nomor ${number} tidak dicadangkan, atau sudah dipakai surat lain. Periksa lembar nomor cadangannya.`,
  lostInRestore: "Hilang karena pemulihan data; tidak dipakai lagi.",
  unused: "Dicadangkan untuk ditulis tangan, tidak dipakai.",
  noBlock: "Blok nomor ini tidak ada.",
  blockClosed: "Blok nomor ini sudah ditutup.",
  before: "Sebelum Balai",
  wrongAddress:
    "Alamat harus diawali https:// dan tanpa nama pengguna, misalnya https://esign.lombokbaratkab.go.id.",
  needsPassword: "Isi pengguna dan kata sandi layanan itu.",
  needsKind: "Pilih jenis surat, karena tiap jenis atau kode bernomor sendiri.",
  wrongDay: (year: number) => `Isi tanggal surat di tahun ${year}, paling lambat hari ini.`,
  startTaken: (number: number) =>
    `Balai sudah memakai nomor sampai ${number} di seri ini. Buku lama hanya dapat dilanjutkan sebelum nomornya dipakai, atau dengan angka yang lebih besar.`,
  startLower: (number: number) =>
    `Buku lama seri ini tercatat sampai ${number}. Tandai “Pembetulan” bila angka itu memang keliru.`,
  wrongStartYear: "Pilih tahun ini atau tahun depan.",
  wrongSeries: (year: number) =>
    `Pilih seri dari daftar tahun ${year}. Bila daftarnya kosong, tahun itu memakai satu nomor urut; angkanya diisi di halaman Nomor buku.`,
  slip: {
    title: "Lembar nomor cadangan",
    range: ({ fromNumber, toNumber, year }: { fromNumber: number; toNumber: number; year: number }) =>
      `Nomor ${fromNumber} sampai ${toNumber}, tahun ${year}`,
    how: "Pakai berurutan. Tulis tiap surat yang Anda buat di barisnya, lalu daftarkan di Balai setelah listrik menyala.",
    columns: ["Nomor", "Tanggal", "Jenis surat", "Nama", "Penandatangan"],
  },
};
