import { MIN_PASSWORD_LENGTH } from "./password-rules.ts";
import type { PeopleRefusal } from "./people-rules.ts";
import type { Position } from "./permissions.ts";

/** Positions as people say them; the village's own terms for head and hamlet replace these where set. */
const POSITION_NAMES: Record<Position, string> = {
  "kepala-desa": "Kepala Desa",
  "sekretaris-desa": "Sekretaris Desa",
  "kasi-pemerintahan": "Kasi Pemerintahan",
  "kasi-kesejahteraan": "Kasi Kesejahteraan",
  "kasi-pelayanan": "Kasi Pelayanan",
  "kaur-umum": "Kaur Tata Usaha dan Umum",
  "kaur-keuangan": "Kaur Keuangan",
  "kaur-perencanaan": "Kaur Perencanaan",
  operator: "Operator Desa",
  "kepala-dusun": "Kepala Dusun",
  "ketua-rw": "Ketua RW",
  "ketua-rt": "Ketua RT",
  "ketua-bpd": "Ketua BPD",
  "anggota-bpd": "Anggota BPD",
};

const STATUS_PREFIX = { definitif: "", pj: "Pj. ", plt: "Plt. ", plh: "Plh. " } as const;

/** What a village calls its head and its hamlets. */
export interface LocalTerms {
  headTerm: string;
  hamletTerm: string;
}

/**
 * A position with its status, as it stands under a name: `Plt. Kepala Desa`.
 * @param terms the village's own words, where it has set them
 */
export function positionTitle(
  position: string,
  status: keyof typeof STATUS_PREFIX = "definitif",
  terms?: LocalTerms | null,
): string {
  return (
    STATUS_PREFIX[status] + (localName(position, terms) ?? POSITION_NAMES[position as Position] ?? position)
  );
}

function localName(position: string, terms?: LocalTerms | null): string | null {
  if (terms && position === "kepala-desa") return terms.headTerm;
  return terms && position === "kepala-dusun" ? `Kepala ${terms.hamletTerm}` : null;
}

/**
 * A sentence in the village's own words for head and hamlet, where it has set them: `Ajukan kepada Keuchik.`
 * @param terms null leaves it as it is
 */
export function inLocalWords(sentence: string, terms: LocalTerms | null | undefined): string {
  if (!terms) return sentence;
  return sentence
    .replace(/\bKepala Desa\b/g, () => terms.headTerm)
    .replace(/\bDusun\b/g, () => terms.hamletTerm);
}

/** The four ways to hold a position, with what each means. */
export const STATUS_CHOICES = [
  { value: "definitif", label: "Definitif", hint: "Diangkat tetap dengan surat keputusan." },
  { value: "pj", label: "Pj. (penjabat)", hint: "Ditunjuk mengisi jabatan yang kosong." },
  {
    value: "plt",
    label: "Plt. (pelaksana tugas)",
    hint: "Menjalankan tugas karena pejabatnya berhalangan tetap.",
  },
  {
    value: "plh",
    label: "Plh. (pelaksana harian)",
    hint: "Menjalankan tugas sementara pejabatnya berhalangan.",
  },
] as const;

/** Sentences of sign-in. One answer for a wrong name and a wrong password. */
export const SIGN_IN_WORDS = {
  wrong: "Nomor, nama pengguna, atau kata sandi tidak cocok. Periksa lalu coba lagi.",
  wrongPassword: "Kata sandi tidak cocok. Periksa lalu coba lagi.",
  forgotten:
    "Lupa kata sandi? Minta tautan kata sandi baru kepada Kepala Desa atau Sekretaris Desa. Kepala Desa memintanya kepada pengelola Balai atau kabupaten.",
  signedOut: "Anda sudah keluar.",
  notOnDevice: "Pilih salah satu pengguna, atau masuk sebagai orang lain.",
  justSignedUp:
    "Masuklah dengan nomor telepon dan kata sandi yang Anda isi saat mendaftar. Setelah itu Meja kerja menunjukkan langkah-langkah pertama.",
  locked: (minutes: number) =>
    `Terlalu banyak percobaan yang gagal. Silakan coba lagi ${minutes} menit lagi, atau minta Sekretaris Desa membuat kata sandi baru.`,
};

/** Sentences about the devices that an account is used on. */
export const DEVICE_WORDS = {
  newTitle: "Akun Anda dipakai dari perangkat baru",
  newBody: (device: string, when: string) =>
    `${device}, ${when}. Bila bukan Anda, keluarkan perangkat itu di Sesi masuk, lalu ganti kata sandi.`,
  forgotten: "Perangkat itu sudah dilupakan. Bila dipakai lagi, Anda diberi tahu.",
};

/** Sentences about codes for recovery. */
export const RECOVERY_WORDS = {
  noFactor: (name: string) =>
    `${name} belum memasang kode autentikator atau kunci sandi, jadi tidak memerlukan kode pemulihan.`,
  made: "Kode pemulihan sudah dibuat. Sampaikan sekarang, langsung kepada orangnya.",
  noticeTitle: "Kode pemulihan dibuat untuk akun Anda",
  notice: (by: string) =>
    `${by} membuat kode pemulihan untuk akun Anda. Bila Anda tidak memintanya, beri tahu Kepala Desa.`,
  used: "Anda masuk dengan kode pemulihan. Bila ponsel lama hilang, matikan kode autentikator dan hapus kunci sandinya di sini, lalu pasang yang baru.",
};

/** Sentences about the handover of an official who leaves. */
export const HANDOVER_WORDS = {
  invitation: (name: string, title: string) => `Undangan untuk ${name} sebagai ${title}`,
  invitationMeta: "Diteruskan penggantinya bila ia berwenang mengundang; kalau tidak, dibatalkan.",
  notOwn: "Serah terima Anda sendiri dilakukan Kepala Desa atau Sekretaris Desa yang lain.",
  samePerson: "Penggantinya harus orang lain.",
  noSuccessor: "Orang ini tidak ada di daftar perangkat yang aktif. Pilih lagi.",
  note: (name: string, note: string) => `Serah terima dari ${name}. ${note}`,
  noticeTitle: (name: string) => `Anda menerima serah terima dari ${name}`,
  done: (name: string, successor: string, count: number) =>
    `Serah terima selesai: ${count} pekerjaan ${name} berpindah kepada ${successor}. ${name} sudah keluar dari semua ponsel dan komputer.`,
};

/** Sentences about recovery from above the village. */
export const FROM_ABOVE_WORDS = {
  notRecoverable:
    "Akun ini tidak dipulihkan dari luar desa. Mintalah bantuan Kepala Desa atau Sekretaris Desa di desa itu.",
  dead: "Tautan pemulihan ini sudah dipakai atau lewat 24 jam. Mintalah tautan baru kepada pengelola Balai atau kabupaten.",
  noticeTitle: "Akun Anda sedang dipulihkan dari luar desa",
  notice: (by: string) =>
    `${by} membuat tautan pemulihan untuk akun Anda. Selama 24 jam akun ini tidak dapat menyetujui, menandatangani, mengubah perangkat, mengekspor, atau menghapus data desa. Bila Anda tidak memintanya, segera hubungi pengelola Balai.`,
  accessReason: "pemulihan akun",
  done: "Akun Anda sudah dipulihkan dan keluar dari semua ponsel dan komputer lain. Selama 24 jam Anda belum dapat menyetujui, menandatangani, mengubah perangkat, mengekspor, atau menghapus data desa.",
};

/** Stands by every field for a new password. */
export const PASSWORD_HINT = `Paling sedikit ${MIN_PASSWORD_LENGTH} huruf atau angka. Gabungkan dua atau tiga kata yang tidak berhubungan.`;

/** Why a chosen password will not do, at sign-up as in the office. */
export const WEAK_PASSWORD = {
  short: `Kata sandi terlalu pendek. Buat paling sedikit ${MIN_PASSWORD_LENGTH} huruf atau angka.`,
  common:
    "Kata sandi ini mudah ditebak karena dipakai banyak orang. Gabungkan dua atau tiga kata yang tidak berhubungan.",
  known:
    "Jangan pakai nama desa, nama Anda, atau nomor telepon sebagai kata sandi. Gabungkan dua atau tiga kata lain.",
};

/** Sentences about one's own account. */
export const ACCOUNT_WORDS = {
  saved: "Akun Anda sudah diperbarui.",
  passwordChanged: "Kata sandi sudah diganti. Akun Anda sudah keluar dari ponsel dan komputer lain.",
  sessionRevoked: "Akun Anda sudah keluar dari ponsel atau komputer itu.",
  othersRevoked: "Akun Anda sudah keluar dari semua ponsel dan komputer lain.",
  ownSession: "Untuk keluar dari sesi ini, gunakan tombol Keluar.",
  noIdentity:
    "Isi paling sedikit satu: nomor telepon, surel, atau nama pengguna. Salah satunya dipakai untuk masuk.",
  noIdentityHere: "Isi nomor telepon atau nama pengguna. Salah satunya dipakai untuk masuk.",
  taken: {
    telepon:
      "Nomor telepon ini sudah dipakai akun lain di desa ini. Periksa nomornya, atau pakai nomor lain.",
    surel: "Surel ini sudah dipakai akun lain di desa ini. Periksa ejaannya, atau pakai surel lain.",
    nama_pengguna: "Nama pengguna ini sudah dipakai. Pilih nama lain.",
  },
  revealIsLogged: "Siapa yang membukanya dan kapan dicatat.",
  samePassword: "Kata sandi baru sama dengan yang lama. Buat kata sandi yang berbeda.",
};

/** A name at the end of a sentence: "Fauzi, S.IP." brings its own full stop. */
export function inSentence(name: string): string {
  return name.replace(/\.$/, "");
}

/** Why a change of people or positions is refused. */
export const PEOPLE_REFUSALS: Record<PeopleRefusal, string> = {
  "from-above":
    "Akun Kepala Desa hanya dapat dipulihkan dari luar desa. Kepala Desa menghubungi pengelola Balai atau kabupaten.",
  "former-head":
    "Orang ini pernah menjabat Kepala Desa. Kata sandi dan kode pemulihannya hanya dapat dibuatkan oleh Kepala Desa yang sekarang.",
  "not-entitled":
    "Kepala Desa sudah bergabung. Sejak itu hanya Kepala Desa dan Sekretaris Desa yang mengatur jabatan, termasuk mengundang orang.",
  "own-position":
    "Anda tidak dapat memberi atau mengubah jabatan Anda sendiri. Mintalah kepada Kepala Desa atau Sekretaris Desa yang lain.",
  "own-account": "Anda tidak dapat melakukan ini pada akun Anda sendiri. Gunakan halaman Akun saya.",
  "last-manager":
    "Perubahan ini membuat desa tidak lagi punya orang yang dapat mengatur jabatan. Undang Kepala Desa atau Sekretaris Desa dahulu, lalu ulangi.",
};

/** What the end of a position means, for whoever is about to set it. */
export const END_WORDS = {
  consequence(position: string, title: string, name: string | null): string {
    const who = name ?? "saya";
    const losses: Record<string, string> = {
      "kepala-desa":
        " tidak lagi dapat menyetujui program kerja dan laporan, dan tidak lagi mengatur jabatan",
      "sekretaris-desa": " tidak lagi mengatur jabatan",
    };
    const loss = losses[position] ?? " tidak lagi memakai wewenang jabatan ini";
    return `Ya, akhiri jabatan ${title}. Sejak tanggal itu ${who}${loss}.`;
  },
};

/** Sentences about people and positions. */
export const PEOPLE_WORDS = {
  rule: "Yang mengatur jabatan: Kepala Desa dan Sekretaris Desa. Selama Kepala Desa belum bergabung, orang yang mendaftarkan desa juga dapat mengundang siapa pun, tetapi tidak dapat memberi jabatan kepada dirinya sendiri.",
  gone: "Orang ini tidak ada di daftar perangkat desa.",
  dismissed: "Akun ini sudah diberhentikan. Aktifkan lagi sebelum memberi jabatan.",
  notDismissed: "Akun ini masih aktif.",
  contactRemoved:
    "Nomor telepon dan surel akun ini sudah dihapus sesuai masa simpan, sehingga ia tidak dapat masuk lagi. Undang orangnya dengan undangan baru.",
  alreadyHeld: (period: string) =>
    `Orang ini sudah memegang jabatan itu ${period}, dan masa jabatan yang baru bertumpuk dengannya. Ubah tanggal mulai, atau ubah jabatan yang ada.`,
  officeTaken: (title: string, name: string, period: string) =>
    `Jabatan ${title} dipegang ${name} ${period}. Akhiri jabatan itu dahulu, atau pilih tanggal mulai sesudahnya. Selama pejabatnya berhalangan sementara, pilih status Plh.`,
  leavesNobody:
    "Pada tanggal itu belum ada orang lain yang memegang jabatan Kepala Desa, jadi tidak ada yang dapat menyetujui apa pun. Mintalah Sekretaris Desa mengakhiri jabatan Anda sambil menunjuk penggantinya.",
  layDown:
    "Jabatan Anda sendiri tidak dapat Anda ubah; mintalah kepada Kepala Desa atau Sekretaris Desa yang lain. Anda hanya dapat meletakkannya, di bawah ini.",
  cannotLayDown:
    "Jabatan Anda sendiri tidak dapat Anda ubah. Anda juga belum dapat meletakkannya, karena belum ada orang lain yang memegang jabatan Kepala Desa. Mintalah Sekretaris Desa mengakhirinya sambil menunjuk penggantinya.",
  laidDown: (title: string) =>
    `Jabatan ${title} sudah Anda letakkan. Wewenangnya berhenti; riwayat pekerjaan Anda tetap tersimpan.`,
  layingDown: (title: string, day: string) =>
    `Jabatan ${title} Anda letakkan mulai ${day}. Sampai sebelum hari itu Anda masih menjabat.`,
  laidDownLast: (title: string) =>
    `Jabatan ${title} sudah Anda letakkan. Akun Anda tidak lagi memegang jabatan, jadi kantor tidak dapat dibuka.`,
  stale: "Jabatan ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi.",
  termOver: "Jabatan ini sudah berakhir.",
  endBeforeStart: "Tanggal berakhir tidak boleh sebelum tanggal mulai.",
  given: (name: string, title: string) => `Jabatan ${title} sudah diberikan kepada ${inSentence(name)}.`,
  changed: (title: string) => `Jabatan ${title} sudah diperbarui.`,
  ended: (name: string, title: string, day: string) =>
    `Jabatan ${title} dari ${name} berakhir pada ${day}. Riwayat pekerjaannya tetap tersimpan.`,
  dismissedNow: (name: string) =>
    `Akun ${name} sudah diberhentikan dan keluar dari semua ponsel dan komputer.`,
  reinstated: (name: string) =>
    `Akun ${name} aktif lagi. Berikan jabatan supaya ia dapat bekerja di kantor ini.`,
  areaMissing: "Pilih wilayah yang diurus jabatan ini.",
  areaWrong: "Wilayah ini tidak sesuai dengan jabatannya. Pilih wilayah lain, atau kosongkan.",
};

/** What leaders are told of changes among leaders. */
export const LEADER_WORDS = {
  title: (title: string) => `Jabatan ${title}`,
  told: {
    invited: (by: string, name: string, title: string) =>
      `${by} mengundang ${name} sebagai ${title}. Bila ini tidak benar, batalkan undangannya di halaman Perangkat.`,
    given: (by: string, name: string, title: string) =>
      `${by} memberi ${name} jabatan ${title}. Bila ini tidak benar, akhiri jabatan itu di halaman Perangkat.`,
    joined: (by: string, name: string, title: string) =>
      `${name} menerima undangan ${by} dan sekarang tercatat sebagai ${title}. Bila ini tidak benar, akhiri jabatan itu di halaman Perangkat.`,
  },
};

/** Sentences about invitations and links for a new password. */
export const LINK_WORDS = {
  unknown: "Tautan ini tidak dikenal. Periksa apakah tautannya tersalin lengkap, atau minta tautan baru.",
  used: "Undangan ini sudah dipakai. Bila Anda yang memakainya, silakan masuk.",
  revoked: "Undangan ini sudah dibatalkan. Hubungi kantor desa bila Anda masih memerlukannya.",
  expired:
    "Undangan ini sudah lewat 7 hari dan tidak berlaku lagi. Mintalah undangan baru kepada kantor desa.",
  inviterGone:
    "Orang yang mengundang Anda tidak lagi berwenang memberi jabatan. Mintalah undangan baru kepada Kepala Desa atau Sekretaris Desa.",
  ownInvitation: "Anda yang membuat undangan ini, jadi Anda tidak dapat menerimanya sendiri.",
  ownPhone: "Ini nomor telepon Anda sendiri. Anda tidak dapat mengundang diri sendiri.",
  cannotTake: (reason: string) =>
    `Undangan ini belum dapat diterima. ${reason} Sampaikan ini kepada orang yang mengundang Anda.`,
  notOpen: "Undangan ini sudah dipakai, dibatalkan, atau lewat waktu.",
  invited: (name: string) => `Undangan untuk ${name} sudah dibuat. Kirimkan tautannya sekarang.`,
  renewed: "Tautan baru sudah dibuat. Tautan yang lama tidak berlaku lagi.",
  revokedNow: (name: string) => `Undangan untuk ${name} sudah dibatalkan.`,
  accepted: (title: string) => `Selamat datang. Anda masuk sebagai ${title}.`,
  resetReady: "Tautan kata sandi baru sudah dibuat. Kirimkan hanya kepada orangnya.",
  resetDead:
    "Tautan kata sandi ini sudah dipakai atau lewat 24 jam. Mintalah tautan baru kepada kantor desa.",
  resetMakerGone:
    "Orang yang membuat tautan ini tidak lagi berwenang atas akun ini. Mintalah tautan baru kepada Kepala Desa atau Sekretaris Desa.",
  resetDone: "Kata sandi baru sudah berlaku. Akun Anda sudah keluar dari ponsel dan komputer lain.",
  resetNoticeTitle: "Kata sandi Anda dibuat ulang",
  resetNotice: (by: string) =>
    `${by} membuat tautan kata sandi baru untuk akun Anda. Bila Anda tidak memintanya, beri tahu Kepala Desa.`,
  invitationText: (village: string, title: string, link: string) =>
    `Anda diundang bergabung di Balai ${village} sebagai ${title}. Buka tautan ini untuk membuat akun (berlaku 7 hari, sekali pakai): ${link}`,
  resetText: (village: string, link: string) =>
    `Buka tautan ini untuk membuat kata sandi baru di Balai ${village} (berlaku 24 jam, sekali pakai): ${link}`,
};

/** What a person is told of the data that is held on him as somebody of the office. */
export const PERSON_DATA_WORDS = {
  kind: "Perangkat desa dan mitra",
  howToCorrect:
    "Nomor telepon, surel, dan nama diperbaiki orangnya sendiri di Akun saya; jabatan diperbaiki pada halaman Perangkat.",
  dismissed: "Akun diberhentikan",
  noPosition: "Tanpa jabatan",
  removed: "Akunnya sudah diberhentikan, jadi data ini tidak diperlukan lagi.",
  stillActive:
    "Akunnya masih aktif dan memerlukannya untuk masuk dan dihubungi. Berhentikan akunnya dahulu bila ia tidak bertugas lagi.",
  fates: {
    contact: "Nomor telepon, surel, dan kunci kode masuk",
    traces: "Kabar, perangkat yang pernah dipakai, sesi, kunci sandi, dan tautan masuk",
    archive: {
      what: "Nama, nama pengguna, dan riwayat jabatan",
      reason: "Arsip penyelenggaraan pemerintahan desa: siapa berwenang atas apa dan kapan.",
    },
    logs: {
      what: "Jejak perubahan dan log akses",
      reason: "Bukti pertanggungjawaban pengendali data (UU 27/2022); tidak dapat diubah atau dihapus.",
    },
  },
  sections: {
    account: { title: "Akun", purpose: "Untuk masuk ke kantor desa di Balai dan dihubungi dalam tugas." },
    positions: { title: "Jabatan", purpose: "Arsip siapa berwenang atas apa dan kapan." },
    invitations: { title: "Undangan", purpose: "Bukti bagaimana akunnya dibuat." },
    devices: {
      title: "Perangkat dan sesi",
      purpose: "Untuk memberi tahu bila ada yang masuk dari perangkat baru.",
    },
    recovery: { title: "Pemulihan", purpose: "Bukti siapa memulihkan akun." },
    messages: { title: "Kabar", purpose: "Pengingat pekerjaan di akunnya." },
    looks: { title: "Siapa membuka datanya", purpose: "Log akses data pribadi." },
    changes: { title: "Jejak perubahan", purpose: "Pertanggungjawaban pekerjaan kantor desa." },
  },
} as const;
