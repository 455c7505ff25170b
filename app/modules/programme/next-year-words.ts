export const NEXT_YEAR_WORDS = {
  offer: (year: number) => `Susun ${year + 1} dari ${year}`,
  offerMore: (year: number) => `Bawa kegiatan ${year} ke rancangan ${year + 1}`,
  leadMore: (year: number) =>
    `Rancangan ${year + 1} sudah ada. Kegiatan ${year} yang belum selesai dan belum ada di sana sudah dicentang; yang Anda pilih ditambahkan ke rancangan itu. Kegiatan yang sudah ada di sana tidak ditampilkan.`,
  noneLeft: (year: number) =>
    `Semua kegiatan ${year} sudah ada dalam rancangan ${year + 1}. Bila ingin memakai kelanjutan ${year}, coret dahulu kegiatannya di rancangan itu.`,
  allStand: (year: number) => `Kegiatan yang dipilih sudah ada dalam program kerja ${year}. Pilih yang lain.`,
  taken: (year: number) =>
    `Program kerja ${year} sudah diajukan atau disetujui, sehingga tidak dapat ditambah dari sini.`,
  openTaken: (year: number) => `Buka program kerja ${year}`,
  addTo: (year: number) => `Tambahkan yang dicentang ke ${year}`,
  carried: (year: number, count: number) =>
    `${count} kegiatan ditambahkan ke rancangan program kerja ${year}. Isi target dan anggarannya, lalu ajukan.`,
  lead: (year: number) =>
    `Kegiatan yang belum selesai pada ${year} sudah dicentang. Target dan anggarannya dikosongkan untuk diisi lagi; keadaan awalnya melanjutkan capaian ${year}.`,
  scopeUnknown: "Pilih kegiatan yang dicentang, atau semua kegiatan.",
  noneChosen: "Centang paling sedikit satu kegiatan, atau bawa semua kegiatan.",
  activityUnknown: "Ada kegiatan yang sudah dicoret. Muat ulang halaman, lalu pilih lagi.",
  notApproved: (year: number) =>
    `Program kerja ${year} belum disetujui, sehingga belum dapat dilanjutkan ke tahun berikutnya.`,
  opened: (year: number, count: number) =>
    `Rancangan program kerja ${year} dibuat dengan ${count} kegiatan. Isi target dan anggarannya, lalu ajukan.`,
  finished: "selesai",
  unfinished: "belum selesai",
  expiring: (year: number) => `Yang berakhir pada ${year}`,
  expiringLead: "Siapkan pengganti atau perpanjangannya dalam rencana tahun itu.",
  nothingExpires: "Tidak ada masa jabatan yang tercatat berakhir pada tahun itu.",
  termEnds: (title: string, name: string, day: string) => `Masa jabatan ${title} (${name}) berakhir ${day}.`,
};
