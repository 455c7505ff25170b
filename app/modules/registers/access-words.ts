import type { AccessWords } from "#app/platform/privacy/access-words.ts";

/** What the access log calls what is opened and taken out here. */
export const ACCESS_WORDS: AccessWords = {
  "registers.population-book": "register penduduk (B.1-B.5)",
  "registers.official": "catatan di Buku Aparat",
  "registers.correct-official": "catatan di Buku Aparat",
  "registers.induk": "Buku Induk Penduduk (B.1)",
  "registers.mutasi": "Buku Mutasi Penduduk (B.2)",
  "registers.rekapitulasi": "Buku Rekapitulasi Penduduk (B.3)",
  "registers.sementara": "Buku Penduduk Sementara (B.4)",
  "registers.ktp-kk": "Buku KTP dan Buku KK (B.5)",
};
