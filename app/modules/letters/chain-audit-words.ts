import { type AuditWords, detailText } from "#app/platform/audit-words.ts";

/** What the audit log says of letters: the words after the name of who did it. */
export const CHAIN_AUDIT_WORDS: AuditWords = {
  "letter.ask": (details) => `mencatat permintaan ${detailText(details, "jenis", "surat")}`,
  "letter.fill": () => "mengubah isi surat",
  "letter.complete": () => "menyatakan syarat surat lengkap",
  "letter.papers": () => "mencatat sebagian syarat surat sudah ada",
  "letter.submit": () => "mengajukan surat untuk diperiksa",
  "letter.approve": () => "memeriksa dan menyetujui surat",
  "letter.return": () => "mengembalikan surat",
  "letter.cancel": (details) => `membatalkan surat${numberOf(details)}`,
  "letter.issue": (details) =>
    `memberi nomor dan membekukan ${detailText(details, "jenis", "surat")}${numberOf(details)}`,
  "letter.freeze": () => "menyimpan naskah surat",
  "letter.sign": (details) => `menandai surat sudah ditandatangani${numberOf(details)}`,
  "letter.sign-start": () => "mengirim surat ke BSrE untuk ditandatangani",
  "letter.sign-refused": () => "mencatat bahwa BSrE menolak tanda tangan surat",
  "letter.hand": () => "menyerahkan surat",
  "letter.rate": (details) => `menerima nilai ${detailText(details, "nilai")} dari 4 untuk pelayanan surat`,
  "letter.hand-over": (details) =>
    `meneruskan surat yang sedang dikerjakan kepada ${detailText(details, "kepada")}`,
  "letter.print": (details) =>
    `meminta satu berkas cetak dari ${detailText(details, "jumlah", "0")} surat di map tanda tangan`,
  "letter.register": (details) => `mendaftarkan surat yang ditulis tangan${numberOf(details)}`,
  "number-block.reserve": (details) =>
    `mencadangkan nomor ${detailText(details, "dari")} sampai ${detailText(details, "sampai")} untuk ditulis tangan`,
  "number-block.close": (details) =>
    `menutup nomor cadangan; ${detailText(details, "sisa", "0")} nomor tidak dipakai`,
  "letter-settings.save": (details) => `mengatur ${detailText(details, "bagian", "surat")}`,
};

export const CHAIN_AUDIT_KINDS: Record<string, string> = {
  letter: "Surat",
  "number-block": "Nomor cadangan",
  "letter-settings": "Pengaturan surat",
};

function numberOf(details: Record<string, unknown>): string {
  const number = detailText(details, "nomor", "");
  return number ? ` nomor ${number}` : "";
}
