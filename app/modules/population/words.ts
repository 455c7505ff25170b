import type { StatusTone } from "#app/ui/status-badge.tsx";

/** What people read of the register of residents. */
export const POPULATION_WORDS = {
  gone: "Penduduk yang Anda cari tidak ada.",
  familyGone: "Kartu keluarga yang Anda cari tidak ada.",
} as const;

/** How each status of a resident looks; who is here needs no mark. */
export const STATUS_TONES: Record<number, StatusTone> = {
  2: "bad",
  3: "neutral",
  4: "warn",
  6: "neutral",
  9: "bad",
};

export const LIST_WORDS = {
  lead: "Buku induk penduduk desa: siapa tinggal di sini, dalam keluarga mana, dan apa yang terjadi padanya.",
  searchLabel: "Cari nama, NIK, atau nomor KK",
  foundLabel: "Hasil pencarian nomor",
  numberUnknown: "Tidak ada penduduk dengan NIK atau nomor KK itu. Periksa angkanya, atau cari dengan nama.",
  backToList: "Kembali ke daftar penduduk",
  noneTitle: "Tidak ada penduduk yang cocok",
  none: "Periksa ejaan namanya, atau kurangi saringan. Yang meninggal atau pindah tampil bila statusnya dipilih.",
  firstTitle: "Belum ada penduduk yang tercatat",
  first:
    "Di sini tercatat setiap warga dan kartu keluarganya. Cara tercepat: impor berkas OpenSID atau lembar kerja yang sudah ada di kantor.",
  firstAreas:
    "Dusun, RW, dan RT belum diisi. Impor dapat membuatnya; untuk menambah satu per satu, isi wilayahnya dahulu.",
  firstOthers: "Minta Sekretaris Desa, Kasi Pemerintahan, atau operator memasukkan datanya.",
  temporary: "Sementara",
  doubtful: "NIK diragukan",
  noNik: "Tanpa NIK",
  here: { value: "1", label: "Tinggal di sini" },
  ages: [
    { value: "0-4", label: "0–4 tahun" },
    { value: "5-14", label: "5–14 tahun" },
    { value: "15-24", label: "15–24 tahun" },
    { value: "25-59", label: "25–59 tahun" },
    { value: "60", label: "60 tahun ke atas" },
    { value: "17", label: "17 tahun ke atas" },
  ],
  kinds: [
    { value: "tetap", label: "Tetap" },
    { value: "sementara", label: "Sementara" },
  ],
  nikStates: [
    { value: "ragu", label: "Diragukan" },
    { value: "kosong", label: "Belum ada" },
  ],
  mend: {
    label: "Yang perlu dibetulkan",
    links: [
      { href: "/kantor/penduduk/keluarga?keadaan=tanpa-kepala", text: "KK tanpa kepala keluarga" },
      { href: "/kantor/penduduk?nik=ragu", text: "NIK diragukan" },
      { href: "/kantor/penduduk?nik=kosong", text: "Tanpa NIK" },
    ],
  },
  summary: (shown: number, count: string) => `Menampilkan ${shown} dari ${count} penduduk`,
} as const;

export const PERSON_WORDS = {
  reveal: {
    identity: "Tampilkan NIK dan nomor dokumen",
    contact: "Tampilkan nomor telepon",
    insurance: "Tampilkan nomor asuransi",
  },
  revealIsLogged: "Siapa yang menampilkan dan kapan tercatat dalam log akses.",
  noNik: "Orang ini belum tercatat NIK-nya.",
  doubtfulNik: (doubts: readonly string[]) =>
    `NIK orang ini diragukan. ${doubts.join(" ")} Cocokkan dengan KTP atau KK, lalu betulkan yang keliru.`,
  noFamily: "Belum masuk kartu keluarga",
  noKkNumber: "KK tanpa nomor",
} as const;

export const FORM_WORDS = {
  noDay: "Tanggal tidak terbaca. Pilih tanggal yang ada di kalender.",
  noDate: "Isi tanggalnya.",
  noCode: "Pilih salah satu dari daftar.",
  noSex: "Pilih jenis kelaminnya.",
  noPlace: (most: number) => `Tulis dalam derajat antara -${most} dan ${most}, misalnya -8,5512.`,
  noWay: "Pilih: pindah datang, atau sudah tinggal di sini.",
  noKind: "Pilih: tetap atau sementara.",
  noPurpose: "Pilih: perubahan sejak suatu tanggal, atau pembetulan catatan yang keliru.",
  noNote: "Tulis apa yang keliru dan dari mana yang benar diketahui.",
  reload: "Muat ulang halaman ini, lalu coba lagi.",
  roleMissing: "Pilih hubungannya dengan kepala keluarga.",
  areaMissing: "Pilih wilayah tempat tinggalnya.",
  firstIsHead:
    "Orang pertama dalam sebuah kartu keluarga adalah kepala keluarga. Pilih Kepala keluarga, atau masukkan kepalanya dahulu.",
  headThere: (name: string) =>
    `Kartu keluarga ini sudah punya kepala keluarga: ${name}. Pilih hubungan yang lain.`,
  birthIsCorrected:
    "Tanggal lahir tidak berubah sejak suatu hari. Pilih di bawah bahwa catatannya keliru sejak awal, lalu tulis menurut surat apa.",
  nothingChanged: "Belum ada isian yang berbeda dari yang tercatat.",
  added: (name: string) =>
    `${name} sudah tercatat. Tambahkan anggota keluarganya, atau periksa datanya di sini.`,
  changed: "Perubahannya sudah tercatat.",
  corrected: "Pembetulannya sudah tercatat; keadaan pada tanggal yang lalu ikut betul.",
  doubtTitle: "Periksa dahulu isian ini",
  doubtHint:
    "Bila memang begitu pada KTP atau KK, simpan saja: catatannya ditandai diragukan sampai dibetulkan.",
  saveAnyway: "Simpan meski diragukan",
  newLead: "Isi sesuai KTP dan KK. Yang belum diketahui boleh kosong dan dilengkapi kemudian.",
  joins: (head: string | null, number: string | null) =>
    `Masuk ke kartu keluarga ${number ?? "tanpa nomor"}${head ? `, kepala keluarga ${head}` : ""}.`,
  ways: [
    {
      value: "sudah",
      label: "Sudah tinggal di sini, baru dicatat",
      hint: "Tidak dihitung sebagai pendatang dalam buku mutasi.",
    },
    { value: "datang", label: "Pindah datang", hint: "Dihitung sebagai pendatang sejak tanggal datangnya." },
  ],
  kinds: [
    { value: "tetap", label: "Tetap" },
    {
      value: "sementara",
      label: "Sementara",
      hint: "Tinggal untuk suatu keperluan; boleh tanpa kartu keluarga.",
    },
  ],
  sinceHint: "Tanggal datang, atau tanggal mulai dicatat di sini.",
  kkHint:
    "Bila nomor ini sudah tercatat, orangnya masuk ke KK itu; bila belum, KK baru dibuat. Boleh kosong.",
  roleHint: "Orang pertama dalam KK baru adalah kepala keluarga.",
  roleChangeHint:
    "Sebuah KK punya satu kepala. Untuk mengganti kepala keluarga, pakai peristiwa ganti kepala.",
  purposes: [
    {
      value: "perubahan",
      label: "Keadaannya berubah",
      hint: "Misalnya menikah, ganti pekerjaan, tamat sekolah. Riwayat sebelumnya tetap.",
    },
    {
      value: "pembetulan",
      label: "Catatannya keliru sejak awal",
      hint: "Keadaan pada tanggal yang lalu ikut dibetulkan. Tulis alasannya di catatan.",
    },
  ],
  changeDayHint: "Hanya untuk keadaan yang berubah.",
  noteHint: "Wajib untuk pembetulan: apa yang keliru, dan menurut surat apa.",
  noPostalCode: "Kode pos berisi 5 angka.",
  cardCorrected: "Pembetulan alamat pada kartu keluarga",
  sealedHint: (masked: string | null) =>
    masked ? `Tercatat ${masked}. Isi hanya bila berubah; tulis - untuk mengosongkan.` : undefined,
} as const;

export const DOUBT_WORDS = {
  taken: (who: string) => `NIK ini sudah tercatat pada ${who}. Periksa apakah orangnya sama.`,
  takenCard: (head: string | null) =>
    `Nomor KK ini sudah tercatat pada kartu keluarga ${head ? `dengan kepala keluarga ${head}` : "lain"}.`,
  same: (who: string) => `Sudah tercatat orang dengan nama dan tanggal lahir yang sama: ${who}.`,
} as const;

export const FAMILY_WORDS = {
  lead: "Satu baris satu kartu keluarga, menurut nama kepalanya.",
  searchLabel: "Cari nomor KK",
  numberUnknown:
    "Tidak ada kartu keluarga dengan nomor itu. Periksa angkanya, atau cari kepala keluarganya dengan nama.",
  noneTitle: "Belum ada kartu keluarga di sini",
  none: "Kartu keluarga muncul begitu kepala keluarganya tercatat.",
  states: [
    { value: "periksa", label: "Perlu dicocokkan" },
    { value: "cocok", label: "Sudah cocok dalam 12 bulan" },
    { value: "tanpa-nomor", label: "Tanpa nomor" },
    { value: "tanpa-kepala", label: "Tanpa kepala keluarga" },
  ],
  headless: (name: string) => `Tanpa kepala: ${name}`,
  doubtfulNumber: (doubts: readonly string[]) =>
    `Nomor KK ini diragukan. ${doubts.join(" ")} Cocokkan dengan kertasnya, lalu betulkan.`,
  noNumber: "Tanpa nomor",
  notVerified: "Belum dicocokkan",
  verify: "Tandai sudah cocok dengan KK asli",
  verified: "Kartu keluarga ditandai sudah dicocokkan dengan aslinya.",
  reveal: "Tampilkan nomor KK",
  emptyTitle: "Belum ada anggota",
  empty: "Masukkan kepala keluarga lebih dahulu, lalu anggota yang lain.",
  noHead:
    "Kartu keluarga ini tidak punya kepala keluarga. Pilih kepala baru dari halaman salah seorang anggotanya.",
  gone: (count: number) =>
    `${count} orang pernah di kartu ini dan sudah meninggal, pindah, hilang, atau pergi.`,
  added: "Kartu keluarga dibuat. Sekarang masukkan kepala keluarganya.",
  changed: "Kartu keluarga sudah diperbarui.",
  changeLead:
    "Untuk membetulkan yang tertulis. Bila keluarga pindah rumah, catat sebagai peristiwa pindah di dalam desa.",
} as const;

/** What a person is told of the data that the register holds on him. */
export const HELD_WORDS = {
  kind: "Penduduk",
  howToCorrect:
    "Data penduduk dibetulkan dari halaman orangnya: tombol Ubah data, lalu pilih bahwa catatannya keliru sejak awal.",
  opened: "Halaman atau nomornya dibuka perangkat desa",
  sections: {
    register: {
      title: "Buku induk penduduk",
      purpose: "Register wajib desa, dasar surat keterangan dan pelayanan lain.",
    },
    history: {
      title: "Peristiwa kependudukan",
      purpose: "Kelahiran, kepindahan, dan perubahan yang dicatat, untuk buku mutasi.",
    },
    looks: {
      title: "Siapa membuka data ini",
      purpose: "Setiap pembukaan tercatat dalam log akses.",
    },
  },
  fates: {
    optional: {
      what: "Nomor telepon, koordinat rumah, suku, keterangan KB dan kehamilan, dan asuransi",
      reason: "Tidak diwajibkan buku induk; dihapus juga dari riwayatnya.",
    },
    register: {
      what: "Buku induk penduduk dan riwayat peristiwanya",
      reason:
        "Register wajib pemerintahan desa (Permendagri 47/2016); yang keliru dibetulkan, tidak dihapus.",
    },
  },
} as const;
