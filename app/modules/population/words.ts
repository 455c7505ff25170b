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
  doubtfulNik:
    "NIK orang ini diragukan: periksa angkanya pada KTP atau KK bersama tanggal lahir dan jenis kelaminnya.",
  noFamily: "Belum masuk kartu keluarga",
  noKkNumber: "KK tanpa nomor",
} as const;
