/** What the states of a form are called. */
export const FORM_STATE_WORDS = {
  draft: { label: "Konsep", tone: "neutral" },
  ready: { label: "Siap dikirim", tone: "waiting" },
  sent: { label: "Di Dukcapil", tone: "waiting" },
  returned: { label: "Dikembalikan", tone: "warn" },
  finished: { label: "Siap diambil", tone: "good" },
  collected: { label: "Sudah diambil", tone: "good" },
  cancelled: { label: "Batal", tone: "neutral" },
} as const;

export const BATCH_STATE_WORDS = {
  open: { label: "Disusun", tone: "neutral" },
  sent: { label: "Di Dukcapil", tone: "waiting" },
  closed: { label: "Selesai", tone: "good" },
} as const;

export const RESULT_WORDS = {
  nik: { label: "NIK baru", hint: "Isi bila Dukcapil menerbitkan NIK. Ditulis juga ke data penduduk." },
  akta_lahir: { label: "Nomor akta kelahiran", hint: "Ditulis juga ke data penduduk." },
  nomor: {
    label: "Nomor dokumen yang terbit",
    hint: "Nomor akta kematian, surat keterangan pindah, atau KK. Bila nomor KK berubah, ubah juga di halaman KK.",
  },
} as const;

export const FORM_WORDS = {
  gone: "Lembar data ini tidak ada.",
  noSheet: "Jenis lembar data ini tidak ada. Pilih dari daftar.",
  noEvent: "Peristiwa ini tidak mempunyai lembar data Dukcapil, atau sudah dibatalkan.",
  stale: "Lembar data ini baru saja diubah orang lain. Muat ulang halamannya, lalu kerjakan lagi.",
  notNow: (state: string) =>
    `Ini tidak dapat dilakukan pada lembar data yang keadaannya "${state}". Muat ulang halamannya.`,
  missing: (label: string) => `${label}: belum diisi. Lengkapi, atau simpan dahulu sebagai konsep.`,
  made: "Lembar data dibuat dari data penduduk. Periksa dan lengkapi isinya, lalu beri warga tanda terimanya.",
  exists: "Lembar data peristiwa ini sudah ada.",
  saved: "Konsep disimpan. Lanjutkan bila sudah lengkap.",
  ready: "Lembar data siap dikirim. Masukkan ke berkas pengantar berikutnya.",
  returned: "Pengembalian dicatat. Perbaiki lembar datanya; ia ikut berkas berikutnya.",
  finished: "Selesai dicatat. Beri tahu warga bahwa dokumennya siap diambil.",
  written: (fields: string) =>
    `Selesai dicatat, dan ${fields} masuk ke data penduduk. Beri tahu warga bahwa dokumennya siap diambil.`,
  doubt: (sentence: string) => `Perhatikan: ${sentence}`,
  collected: "Pengambilan dicatat.",
  cancelled: "Lembar data dibatalkan.",
  future: "Tanggalnya belum tiba. Isi hari ini atau sebelumnya.",
  beforeSent: "Tidak mungkin sebelum berkasnya dikirim. Periksa tanggalnya.",
  beforeFinished: "Tidak mungkin sebelum dokumennya selesai. Periksa tanggalnya.",
  aktaMissing: "Isi nomor akta kelahiran yang terbit.",
  nikWrong: "NIK terdiri dari 16 angka. Periksa lagi.",
  taken: (who: string) =>
    `NIK ini sudah tercatat pada ${who}. Belum ada yang disimpan: bila salah di sana, perbaiki data orang itu dahulu; bila salah di sini, periksa lagi kertasnya.`,
  noNik: "belum ada",
  noReceipt: "Lembar data ini tidak punya tanda terima yang masih berlaku.",
} as const;

export const BATCH_WORDS = {
  gone: "Berkas pengantar ini tidak ada.",
  full: "Nomor berkas tahun ini habis.",
  choose: "Pilih sedikitnya satu lembar data.",
  notReady:
    "Salah satu lembar data tidak lagi siap dikirim, atau sudah ada di berkas lain. Muat ulang halamannya.",
  notOpen: "Berkas ini sudah dikirim, jadi isinya tidak dapat diubah.",
  notSent: "Berkas ini belum dikirim.",
  empty: "Berkas ini kosong. Masukkan lembar data dahulu.",
  stale: "Berkas ini baru saja diubah orang lain. Muat ulang halamannya, lalu kerjakan lagi.",
  opened: (number: number) =>
    `Berkas pengantar nomor ${number} disusun. Cetak daftarnya untuk ditandatangani.`,
  added: "Lembar data masuk ke berkas ini.",
  removed: "Lembar data dikeluarkan dari berkas ini.",
  sent: "Pengiriman dicatat. Catat hasil tiap lembar data setelah Dukcapil menjawab.",
  receipt: "Tanda terima dicatat.",
  title: (number: number, year: number) => `Berkas pengantar ${number}/${year}`,
} as const;

export const DESK_WORDS = {
  returned: (name: string) => `Perbaiki lembar data ${name}`,
  returnedMeta: (form: string) => `${form}, dikembalikan Dukcapil`,
  finished: (name: string) => `Dokumen ${name} siap diambil`,
  finishedMeta: (form: string, day: string) => `${form}, selesai ${day}`,
  long: (number: number, year: number) => `Tanyakan berkas ${number}/${year} ke Dukcapil`,
  longMeta: (count: number, day: string) => `${count} lembar data, dikirim ${day}`,
  ready: (count: number) => `${count} lembar data siap dikirim ke Dukcapil`,
  readyMeta: "Susun menjadi satu berkas pengantar",
} as const;

/** What whoever handed his papers in reads by his code. */
export const RECEIPT_WORDS = {
  states: {
    draft: { state: "Sedang disiapkan di kantor desa.", tone: "info" },
    ready: { state: "Siap dibawa kantor desa ke Dukcapil.", tone: "info" },
    sent: { state: "Sedang diurus di Dukcapil.", tone: "info" },
    returned: {
      state: "Dikembalikan Dukcapil untuk diperbaiki. Tanyakan di kantor desa apa yang perlu dilengkapi.",
      tone: "warning",
    },
    finished: { state: "Dokumennya sudah terbit. Ambil di kantor desa.", tone: "success" },
    collected: { state: "Dokumennya sudah diambil.", tone: "success" },
    cancelled: { state: "Pengurusan ini dibatalkan. Tanyakan alasannya di kantor desa.", tone: "danger" },
  },
  steps: {
    made: "Dicatat di kantor desa",
    sent: "Dibawa ke Dukcapil",
    returned: "Dikembalikan Dukcapil",
    finished: "Dokumen terbit",
    collected: "Dokumen diambil",
  },
} as const;

export const PERSON_WORDS = {
  title: "Lembar data Dukcapil",
  purpose: "Lembar data yang diurus desa ke Dukcapil untuk orangnya.",
  fate: {
    what: "Lembar data Dukcapil tentang dirinya",
    reason: "Bukti pengurusan dokumen; dihapus sendiri setelah masa simpannya.",
  },
} as const;
