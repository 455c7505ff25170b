import type { ChecklistFacts, ChecklistItem } from "./checklist-rules.ts";

/** Sentences about settings that several people may change. */
export const SETTINGS_WORDS = {
  stale:
    "Pengaturan ini baru saja diubah orang lain, jadi perubahan Anda belum disimpan. Buka lagi halamannya, periksa isinya, lalu simpan.",
  noProfile: "Data desa ini belum lengkap. Hubungi pengelola Balai.",
  identitySaved: "Identitas desa sudah disimpan.",
  letterheadSaved: "Kop surat sudah disimpan. Semua cetakan baru memakainya.",
  paperSaved: "Ukuran kertas sudah disimpan.",
  paperChecked: "Ukuran kertas sudah disimpan dan cetak uji dicatat sesuai.",
  termsSaved: "Zona waktu dan sebutan setempat sudah disimpan. Halaman lain mengikutinya dalam satu menit.",
  numbersSaved: (year: number) =>
    `Nomor terakhir tahun ${year} sudah disimpan. Balai melanjutkan dari nomor itu.`,
  numbersUnchanged: "Tidak ada angka yang berubah.",
  lowered: (name: string, from: number) =>
    `${name} sudah tercatat sampai nomor ${from}. Nomor yang lebih kecil berisiko dipakai dua kali. Jika angka yang lama memang salah, centang pembetulan di bawah.`,
  notANumber: (name: string) => `${name}: isi dengan angka bulat dari 0 sampai 99.999, misalnya 147.`,
  wrongYear: "Tahun ini tidak dapat diatur. Pilih tahun lalu, tahun ini, atau tahun depan.",
  unknownModule: "Bagian ini tidak ada.",
  switchedOn: (name: string) => `${name} sudah dinyalakan.`,
  switchedOff: (name: string) => `${name} sudah dimatikan. Datanya tetap tersimpan.`,
};

/** What is wrong with one line of the quick entry of areas. */
export const AREA_LINE_WORDS = {
  line: (number: number, sentence: string) => `Baris ${number}: ${sentence}`,
  tooMany: (max: number) =>
    `Terlalu banyak wilayah sekaligus. Masukkan paling banyak ${max}, lalu lanjutkan.`,
  tooManyInLine: "baris ini menyebut terlalu banyak wilayah. Pecah menjadi beberapa baris.",
  twoColons: "tanda titik dua (:) hanya boleh satu, di antara dusun dan daftar RT-nya.",
  badNumber: (kind: string, text: string) =>
    `nomor ${kind} "${text}" tidak terbaca. Tulis misalnya ${kind} 01.`,
  badRange: (kind: string, text: string) =>
    `rentang ${kind} "${text}" tidak terbaca. Tulis dari yang kecil ke yang besar, misalnya ${kind} 01-05.`,
  noName: "nama wilayahnya kosong.",
  badName: (name: string) => `"${name}" bukan nama wilayah. Tulis misalnya Dusun Montong atau RT 01.`,
  longName: (max: number) => `nama dusun paling panjang ${max} huruf.`,
  wrongOrder: "urutan wilayah harus dari yang besar ke yang kecil: dusun, RW, lalu RT.",
};

/** Sentences about dusun, RW and RT. */
export const AREA_WORDS = {
  gone: "Wilayah ini tidak ada.",
  added: (count: number) => `${count} wilayah sudah ditambahkan.`,
  elsewhere: (rt: string, hamlet: string, rw: string) =>
    `RT ${rt} sudah ada di ${hamlet}, di dalam RW ${rw}. Bila yang Anda maksud RT itu, tidak perlu ditambahkan. Bila RT lain, tulis RW-nya, misalnya ${hamlet} / RW 02: RT ${rt}.`,
  nothingNew: "Semua wilayah yang Anda tulis sudah ada di daftar.",
  renamed: (label: string) => `Nama wilayah sudah diganti menjadi ${label}.`,
  taken: (label: string) => `${label} sudah ada di tempat yang sama. Pakai nama lain.`,
  badName: "Nama ini tidak dapat dipakai. Tulis nama dusun dengan huruf, atau nomor RT/RW dengan angka.",
  stale: "Wilayah ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi.",
  retired: (label: string) => `${label} sudah dinonaktifkan. Catatan lama tetap menyebutnya.`,
  alreadyRetired: "Wilayah ini sudah dinonaktifkan.",
  hasChildren: (label: string) =>
    `${label} masih mempunyai wilayah di dalamnya. Nonaktifkan dahulu RW atau RT-nya.`,
  hasHolder: (label: string, name: string) =>
    `${label} masih diurus ${name}. Akhiri jabatannya di halaman Perangkat dahulu.`,
  emptyTitle: "Belum ada wilayah",
  empty:
    "Daftar dusun, RW, dan RT dipakai pada jabatan, surat, dan data penduduk. Tulis semuanya sekaligus di bawah.",
};

/** The first hour: what each step is called and what is missing. */
export const CHECKLIST_WORDS = {
  titles: {
    kop: "Lambang dan kop surat",
    perangkat: "Perangkat desa",
    wilayah: "Dusun, RW, dan RT",
    nomor: "Nomor terakhir buku desa",
    kertas: "Ukuran kertas dan cetak uji",
    waktu: "Zona waktu dan sebutan setempat",
  } satisfies Record<ChecklistItem, string>,
  details: {
    kop: (facts, isMarked) => {
      if (!facts.hasEmblem) return "Unggah lambang kabupaten, lalu periksa kop surat.";
      return isMarked ? "Lambang dan kop surat sudah diperiksa." : "Lambang sudah ada. Periksa kop surat.";
    },
    perangkat: (facts) =>
      facts.peopleCount + facts.invitationCount > 1
        ? `${facts.peopleCount} orang menjabat, ${facts.invitationCount} undangan dikirim.`
        : "Undang Kepala Desa, Sekretaris Desa, dan perangkat lain.",
    wilayah: (facts) =>
      facts.areaCount > 0
        ? `${facts.areaCount} wilayah tercatat.`
        : "Tulis dusun beserta RT-nya, sekali saja.",
    nomor: (facts) =>
      facts.bookCount > 0
        ? `Nomor terakhir dari ${facts.bookCount} buku sudah dicatat.`
        : "Catat nomor terakhir di buku, supaya Balai melanjutkannya.",
    kertas: (_, isMarked) =>
      isMarked ? "Cetak uji sudah sesuai." : "Cetak satu halaman uji dan ukur dengan penggaris.",
    waktu: (_, isMarked) =>
      isMarked ? "Sudah diperiksa." : "Periksa zona waktu dan sebutan untuk kepala desa.",
  } satisfies Record<ChecklistItem, (facts: ChecklistFacts, isMarked: boolean) => string>,
  states: { open: "Belum", done: "Selesai", skipped: "Tidak perlu" },
  skipped: (title: string) => `${title} ditandai tidak perlu.`,
  reopened: (title: string) => `${title} ada lagi di daftar persiapan.`,
  progress: (settled: number, all: number) => `${settled} dari ${all}`,
};
