import type { AccessWords } from "#app/platform/privacy/access-words.ts";

/** What the access log calls the pages that show a letter. */
export const ACCESS_WORDS: AccessWords = {
  "letters.content": "isi surat",
  "letters.letter": "surat seseorang",
  "letters.list": "daftar surat warga",
  "letters.edit-letter": "isi surat seseorang",
  "letters.new-for": "data seseorang untuk surat",
  "letters.new-letter": "data seseorang untuk mengisi surat",
  "letters.picked": "data anggota keluarga untuk mengisi surat",
  "letters.letter-pdf": "naskah surat seseorang",
  "letters.letter-docx": "salinan naskah surat seseorang",
  "letters.folder-pdf": "naskah surat dari map tanda tangan",
};
