import { TEMPLATE_COMMANDS, TEMPLATE_FILTERS, TEMPLATE_TAGS } from "./template-limits.ts";

const list = (names: readonly string[]) => names.join(", ");

/** What the editor says of templates that it refuses. */
export const TEMPLATE_WORDS = {
  openOutput: "tanda {{ belum ditutup dengan }} pada baris yang sama.",
  openTag: "tanda {% belum ditutup dengan %} pada baris yang sama.",
  tooLong: "Isi surat terlalu panjang. Paling banyak 20.000 huruf dan 400 baris.",
  tooMuch: "Isi surat menghasilkan teks yang terlalu panjang. Kurangi pengulangan di dalamnya.",
  range: "pengulangan memakai daftar, misalnya {% for a in isian.anggota %}, tanpa rentang (1..9).",
  nestedLoop: "pengulangan {% for %} tidak dapat berada di dalam pengulangan lain.",
  unknownTag: (name: string) =>
    `perintah {% ${name} %} tidak ada. Yang dapat dipakai: ${list(TEMPLATE_TAGS)}.`,
  unknownFilter: (name: string) =>
    `saringan “${name}” tidak ada. Yang dapat dipakai: ${list(TEMPLATE_FILTERS)}.`,
  unclosed: (tag: string) => `perintah {% ${tag} %} belum ditutup.`,
  unreadable: "tulisan di dalam {{ }} atau {% %} tidak dapat dimengerti. Periksa ejaan dan tanda bacanya.",
  unknownName: (name: string, known: readonly string[]) =>
    known.length > 0
      ? `nama “${name}” tidak ada. Yang mirip: ${list(known)}. Semua nama ada di “Cara menulis isi surat”.`
      : `nama “${name}” tidak ada.`,
  singleBraces: (name: string) => `{${name}} akan tercetak apa adanya. Pakai kurung ganda: {{ ${name} }}.`,
  brackets: "tulis nama dengan titik, misalnya {{ orang.nama }}, tanpa kurung siku.",
  notText: (name: string) => `“${name}” bukan satu nilai. Tulis bagiannya, misalnya {{ ${name}.nama }}.`,
  unknownCommand: (name: string) => `perintah @${name} tidak ada. Yang ada: ${list(TEMPLATE_COMMANDS)}.`,
  notPerson: (name: string) =>
    `@identitas memerlukan seorang, bukan “${name || "kosong"}”. Tulis misalnya @identitas orang.`,
  noName: "tulis @ttd sendiri untuk pejabat, atau @ttd Sebutan | Nama untuk orang lain.",
  openBold: "tanda ** untuk huruf tebal belum ditutup.",
  emptyHeading: "judul ini kosong.",
  empty: "Isi surat masih kosong.",
} as const;
