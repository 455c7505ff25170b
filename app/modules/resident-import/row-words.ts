/** Values of a list that a sentence names; of a longer one it names a few. */
const MOST_NAMED = 12;
/** Sheet behind the refused rows: what each coded column takes. */
export const CHOICES_SHEET = "Pilihan isian";

/** What is wrong with a row, and how it is mended. None of these holds a value. */
export const ROW_WORDS = {
  tooLong: (most: number) => `Isian terlalu panjang; paling banyak ${most} huruf. Ringkaslah.`,
  /** @param labels all that the list has */
  unknownCode: (label: string, labels: readonly string[], isOpenSid: boolean) => {
    if (labels.length <= MOST_NAMED) return `${label} tidak dikenal. Tulis salah satu: ${labels.join("; ")}.`;
    const few = `misalnya ${labels.slice(0, 3).join("; ")}`;
    return isOpenSid
      ? `${label} tidak dikenal. Tulis angkanya atau namanya seperti pada lembar Kode Data OpenSID, ${few}.`
      : `${label} tidak dikenal. Tulis salah satu dari lembar ${CHOICES_SHEET} di lembar perbaikan, ${few}.`;
  },
  noDay: (label: string) =>
    `${label} bukan tanggal yang ada. Tulis seperti 31-12-1990 (tanggal-bulan-tahun), atau kosongkan.`,
  lostDigits: (label: string) =>
    `${label} tersimpan sebagai bilangan, sehingga angka terakhirnya hilang. Ubah format kolomnya menjadi Teks, lalu ketik ulang keenam belas angkanya.`,
  notDigits: (label: string) =>
    `${label} memuat huruf atau tanda, jadi tidak dibawa. Orangnya masuk tanpa nomor itu; isi nomornya bila sudah ada.`,
  wrongLength: (label: string, length: number) =>
    `${label} berisi 16 angka; yang tertulis ${length}. Cocokkan dengan KTP atau KK.`,
  temporaryNik: "NIK diawali 0: nomor sementara. Orang ini masuk tanpa NIK.",
  temporaryKk: "Nomor KK diawali 0: nomor sementara. Anggotanya tetap satu KK, tanpa nomor.",
  noPlace: (label: string) => `${label} tidak terbaca sebagai derajat, jadi tidak dibawa.`,
  noName: "Nama harus berisi huruf. Tulis nama seperti pada KTP.",
  unknownKind: "Status penduduk tidak dikenal. Tulis TETAP atau TIDAK TETAP, atau kosongkan.",
  nameMissing: "Nama kosong. Tulis nama seperti pada KTP.",
  sexMissing: "Jenis kelamin kosong. Tulis L atau P.",
  bornLater:
    "Tanggal lahir sesudah tanggal keadaan data. Betulkan tanggal lahirnya, atau pilih tanggal keadaan yang lebih akhir.",
  sameNik: (line: number) =>
    `NIK ini sudah ada di baris ${line}. Hapus salah satu barisnya, atau betulkan NIK-nya.`,
  samePerson: (line: number) =>
    `Nama, tempat, dan tanggal lahir sama dengan baris ${line}, tanpa NIK. Hapus salah satunya, atau isi NIK-nya.`,
  twoMatches:
    "Lebih dari satu penduduk di register bernama, lahir di tempat, dan lahir pada tanggal yang sama. Isi NIK-nya supaya jelas orang yang mana.",
  secondHead: (line: number) =>
    `KK ini sudah punya kepala keluarga di baris ${line}. Pilihan Anda untuk kepala kedua dipakai di sini.`,
  headInRegister:
    "KK ini sudah punya kepala keluarga lain di register. Pilihan Anda untuk kepala kedua dipakai di sini.",
  headDropped:
    "KK ini sudah punya kepala keluarga, dan Anda memilih tidak memasukkan kepala kedua. Betulkan kolom hubungan keluarganya, lalu kirim lagi.",
  noHead: "KK ini belum punya kepala keluarga. Orangnya tetap masuk; pilih kepalanya di register.",
  noKk: "Nomor KK kosong. Orangnya masuk tanpa kartu keluarga.",
  statusKept:
    "Status di lembar (meninggal, pindah, hilang, pergi) tidak mengubah orang yang sudah ada di register. Catat peristiwanya pada halaman orang itu.",
} as const;
