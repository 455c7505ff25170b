/** What regulations of A.1 are called. */
export const RULE_KINDS = {
  "peraturan-desa": "Peraturan Desa",
  "peraturan-bersama": "Peraturan Bersama Kepala Desa",
  "peraturan-kepala-desa": "Peraturan Kepala Desa",
} as const;

/** Where things come from, in the order of A.3. */
export const ORIGIN_ORDER = [
  "dibeli",
  "bantuan-pemerintah",
  "bantuan-provinsi",
  "bantuan-kabupaten",
  "sumbangan",
] as const;
export const ORIGIN_NAMES: Record<(typeof ORIGIN_ORDER)[number], string> = {
  dibeli: "Dibeli sendiri",
  "bantuan-pemerintah": "Bantuan pemerintah",
  "bantuan-provinsi": "Bantuan provinsi",
  "bantuan-kabupaten": "Bantuan kabupaten/kota",
  sumbangan: "Sumbangan",
};

/** What may become of a thing. */
export const CHANGE_NAMES = {
  rusak: "Rusak",
  diperbaiki: "Diperbaiki",
  "dihapus-rusak": "Dihapus karena rusak",
  "dihapus-dijual": "Dihapus karena dijual",
  "dihapus-disumbangkan": "Dihapus karena disumbangkan",
} as const;

export const REGISTER_WORDS = {
  noRegister: "Register dengan nama itu tidak ada.",
  books: { "lembaran-desa": "Lembaran Desa", "berita-desa": "Berita Desa" },
  struckOut: (reason: string | null) => (reason ? `DICORET: ${reason}` : "DICORET"),
  born: "Lahir",
  died: "Meninggal",
  wentAs: { missing: "Hilang", left: "Pergi", change: "Perubahan data" } as Record<string, string>,
  whole: "Jumlah",
  inside: (came: number, went: number) => `Dari dusun lain ${came}, ke dusun lain ${went}`,
  changed: "Selisih karena perubahan jenis kelamin atau kewarganegaraan",
  empty: "Belum ada catatan sampai tanggal ini",
  emptyMonth: "Tidak ada catatan pada bulan ini",
  emptyPaper: "Tidak ada catatan.",
  masked: "NIK dan nomor KK disamarkan: hanya yang berhak atas data identitas yang melihatnya lengkap.",
  literacy:
    "Kolom dapat membaca huruf diturunkan dari pendidikan: Latin bagi tamatan SD ke atas, Tidak bagi yang tercatat tidak dapat membaca. Selebihnya, juga huruf Arab dan daerah, diisi dengan tangan.",
  descent:
    "Kolom keturunan kosong. Isinya data pribadi yang bersifat khusus; desa memilih apakah ditampilkan.",
  descentShown: "Kolom keturunan hanya terlihat oleh yang berhak atas data suku.",
  insideNote: "Pindah antar dusun berdiri di kolom keterangan dan tidak mengubah jumlah desa.",
  descentSetting: "Tampilkan keturunan di Buku Penduduk Sementara kepada yang berhak atas data suku",
  descentSaved: "Pilihan kolom keturunan tersimpan.",
  today: (day: string) => `Keadaan ${day}`,
} as const;

export const OFFICIAL_WORDS = {
  nobody: "(kosong)",
  vacant: "Jabatan kosong",
  until: (day: string, isHead: boolean) => (isHead ? `Masa jabatan sampai ${day}` : `Genap 60 tahun ${day}`),
  incomplete: "Data belum lengkap",
  vacancies: (count: number) => (count === 1 ? "Satu jabatan kosong" : `${count} jabatan kosong`),
  ending: "Masa jabatan segera berakhir",
  noPost: "Pilih jabatan dari daftar.",
  termTaken: "Masa jabatan ini sudah ada di buku. Muat ulang halamannya.",
  termGone: "Masa jabatan itu tidak ada.",
  birthAfter: "Tanggal lahir tidak mungkin setelah pengangkatan.",
  dismissedBefore: "Pemberhentian tidak mungkin sebelum pengangkatan.",
} as const;

export const ENTRY_WORDS = {
  gone: "Catatan ini tidak ada.",
  stale: "Catatan ini baru saja diubah orang lain. Muat ulang halamannya, lalu kerjakan lagi.",
  isVoid: "Catatan ini sudah dicoret.",
  future: "Tanggal ini belum tiba. Periksa tanggalnya.",
  numberTaken: "Nomor ini sudah dipakai pada tahun yang sama. Periksa nomornya.",
  agreedAfter: "Kesepakatan dengan BPD mendahului penetapan. Periksa kedua tanggal.",
  reportedBefore: "Laporan tidak mungkin sebelum ditetapkan. Periksa kedua tanggal.",
  promulgatedBefore: "Diundangkan paling awal pada hari ditetapkan. Periksa kedua tanggal.",
  ruleGone: "Peraturan itu tidak ada di Buku Peraturan, atau sudah dicoret.",
  wrongBook:
    "Peraturan Desa diundangkan dalam Lembaran Desa; Peraturan Bersama dan Peraturan Kepala Desa dalam Berita Desa.",
  promulgated: (book: string) => `Peraturan ini sudah diundangkan dalam ${book}.`,
  isPromulgated: "Peraturan ini tercatat di Buku Lembaran dan Berita Desa. Coret dahulu catatan itu.",
  entered: "Catatan disimpan.",
  corrected: "Perubahan disimpan.",
  unchanged: "Tidak ada yang berubah.",
  nipStays: "Tidak ditampilkan. Kosongkan bila tidak berubah; tulis tanda - untuk menghapusnya.",
  voided: "Catatan dicoret. Ia tetap terlihat di buku bersama alasannya.",
  tooMany: (kind: string) =>
    `Barangnya tidak sebanyak itu pada tanggal ini (${kind.toLowerCase()}). Periksa jumlah dan tanggalnya.`,
  beforeCame: "Tanggal ini sebelum barangnya diperoleh.",
  changed: "Perubahan keadaan dicatat.",
  neededLater:
    "Perubahan ini tidak dapat dicoret, karena yang dicatat sesudahnya lalu tidak mungkin lagi. Coret dahulu yang terakhir.",
  changeVoided: "Perubahan keadaan dicoret.",
  wouldBreak:
    "Dengan isian ini, perubahan keadaan yang sudah tercatat tidak mungkin lagi. Periksa jumlahnya.",
} as const;

export const FILE_WORDS = {
  isOpen: "Masih ada berkas Anda yang sedang disiapkan. Tunggu sampai selesai.",
  started: (name: string) =>
    `${name} sedang disiapkan. Halaman ini boleh ditutup; Anda diberi tahu bila sudah siap.`,
  gone: "Berkas ini tidak ada lagi. Siapkan lagi dari halaman registernya.",
  notYours: "Berkas ini memuat data yang tidak lagi boleh Anda lihat. Siapkan lagi dari halaman registernya.",
  ready: (name: string) => `${name} siap diunduh`,
  readyBody: "Berkasnya tersedia selama satu hari.",
  failed: (name: string) => `${name} tidak dapat disiapkan`,
  failedBody: "Cobalah sekali lagi. Bila tetap gagal, hubungi pengelola Balai.",
  tooLong: (rows: number, most: number) =>
    `Register ini memuat ${rows.toLocaleString("id-ID")} baris, terlalu panjang untuk satu berkas (paling banyak ${most.toLocaleString("id-ID")}). Siapkan XLSX atau CSV.`,
  long: (rows: number) =>
    `${rows.toLocaleString("id-ID")} baris: berkasnya disiapkan di belakang layar, lalu tersedia selama satu hari.`,
  short: "Register ini pendek: unduh langsung dari halamannya.",
  useButton: "Register ini panjang. Siapkan berkasnya dengan tombol di halaman ini.",
  none: "Belum ada berkas yang disiapkan",
  noneMore: "Register yang panjang disiapkan dari halamannya, lalu diunduh di sini.",
  states: {
    waiting: "Menunggu",
    making: "Sedang disiapkan",
    ready: "Siap diunduh",
    failed: "Gagal",
    gone: "Sudah dihapus",
  },
} as const;

export const STATISTICS_WORDS = {
  title: "Statistik penduduk",
  lead: (day: string) => `Penduduk tetap yang tinggal di desa pada ${day}.`,
  publicLead: (day: string) =>
    `Penduduk tetap pada ${day}. Angka di bawah 5 ditutup, kadang bersama satu angka lain, agar tidak seorang pun dapat dikenali.`,
  unknown: "Belum diketahui",
  hiddenMark: "ditutup",
  names: {
    age: "Kelompok umur",
    sex: "Jenis kelamin",
    religion: "Agama",
    education: "Pendidikan",
    occupation: "Pekerjaan",
    maritalStatus: "Status perkawinan",
    disability: "Disabilitas",
    hamlet: "Penduduk per wilayah",
    vulnerable: "Kelompok rentan",
    families: "Keluarga per wilayah",
  },
  vulnerable: {
    balita: "Anak di bawah 5 tahun",
    lansia: "Lansia, 60 tahun ke atas",
    "kepala-perempuan": "Perempuan kepala keluarga",
    disabilitas: "Penyandang disabilitas",
  },
  noHamlet: "Tanpa wilayah",
  people: "Penduduk",
  families: "Kartu keluarga",
  empty: "Belum ada penduduk yang tercatat sampai tanggal ini",
  emptyMore: "Impor data penduduk, atau catat penduduk yang datang dan lahir.",
  publicEmpty: "Desa ini belum mengumumkan statistik penduduknya",
  small: "Jumlah penduduk yang tercatat masih terlalu sedikit untuk diumumkan.",
} as const;

/** What the file of an official's own data calls what is held here. */
export const PERSON_WORDS = {
  officials: {
    title: "Buku Aparat Pemerintah Desa",
    purpose: "Buku register desa (Permendagri 47/2016): pengangkatan dan pemberhentian perangkat.",
  },
  fate: {
    what: "Catatan di Buku Aparat Pemerintah Desa",
    reason: "Buku register desa (Permendagri 47/2016) dan arsip desa; tetap disimpan.",
  },
} as const;
