/** Sentences of sign-up: each names the field, the reason and the mend. */
export const SIGNUP_WORDS = {
  code: {
    missing: "Pilih desa Anda, atau isi kode desanya.",
    malformed: "Kode desa terdiri atas sepuluh angka, misalnya 52.01.14.2006. Periksa angkanya.",
    impossible:
      "Tidak ada kode desa seperti ini: angka ketujuh harus 2 (desa) atau 3 (desa adat), dan kode provinsinya harus ada. Periksa angkanya, atau cari desa menurut namanya.",
    kelurahan:
      "Kode ini milik kelurahan. Balai melayani desa; kelurahan adalah bagian dari kecamatan dan belum dapat mendaftar.",
    unknown:
      "Kode desa ini tidak ada dalam daftar resmi Kementerian Dalam Negeri. Cari desa Anda menurut namanya.",
    retired:
      "Kode desa ini sudah tidak berlaku dalam daftar resmi Kementerian Dalam Negeri. Cari desa Anda menurut namanya untuk kode yang baru.",
    taken:
      "Desa ini sudah terdaftar. Lihat di bawah cara bergabung, atau cara menyanggah bila Anda tidak mengenal pendaftarnya.",
  },
  slug: {
    missing: "Isi nama alamat, misalnya nama desa tanpa spasi.",
    length: "Nama alamat terdiri atas 3 sampai 40 huruf. Ubah panjangnya.",
    letters:
      "Nama alamat hanya boleh berisi huruf kecil a-z, angka, dan tanda hubung di tengah, tanpa spasi.",
    reserved: "Nama alamat ini dipakai oleh Balai sendiri. Pilih yang lain, misalnya nama desa Anda.",
    taken: (free: string | undefined) =>
      `Nama alamat ini sudah dipakai desa lain. ${free ? `Yang masih bebas: ${free}.` : "Tambahkan nama kecamatan di belakangnya."}`,
  },
  name: {
    missing: "Isi nama Anda seperti pada surat keputusan pengangkatan.",
    short: "Nama paling sedikit 2 huruf.",
    long: "Nama paling panjang 120 huruf.",
  },
  position: "Pilih jabatan Anda di pemerintah desa.",
  phone: {
    missing: "Isi nomor telepon Anda.",
    malformed: "Nomor telepon tidak terbaca. Tulis seperti 0812 3456 7890.",
  },
  password: {
    missing: "Buat kata sandi untuk masuk.",
    again: "Ketik lagi kata sandi Anda: demi keamanan, isian ini dikosongkan.",
    long: "Kata sandi paling panjang 200 huruf.",
  },
  ticket: "Tautan pendaftaran ini tidak utuh. Salin lagi seluruh tautannya.",
  clientKey: {
    malformed: "Kunci idempoten terdiri atas 8 sampai 200 huruf, angka, atau tanda baca tanpa spasi.",
    reused: "Kunci idempoten ini sudah dipakai untuk pendaftaran dengan isi lain. Buat kunci baru.",
  },
  limit: (minutes: number) =>
    `Terlalu banyak pendaftaran dari sambungan internet ini. Silakan coba lagi ${minutes} menit lagi.`,
} as const;
