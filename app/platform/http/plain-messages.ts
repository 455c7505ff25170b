import { z } from "zod";

type Issue = z.core.$ZodRawIssue;

/** Fields that a page fills by itself: nobody can mend them by typing. */
const UNTYPED = new Set(["versi", "id", "nama_lama"]);

/** What a schema says where it has no words of its own: Indonesian, with the mend. */
export function plainMessage(issue: Issue): string {
  if (UNTYPED.has(String(issue.path?.at(-1)))) return "Formulir ini tidak lengkap. Muat ulang halamannya.";
  if (issue.code === "too_big") return tooBig(issue.origin, Number(issue.maximum));
  if (issue.code === "too_small" && issue.origin === "number")
    return `Isi angka paling kecil ${issue.minimum}.`;
  if (issue.code === "too_small" || (issue.code === "invalid_type" && issue.input === undefined))
    return "Isian ini wajib diisi.";
  if (issue.code === "invalid_value") return "Pilihan ini tidak ada dalam daftar. Pilih lagi.";
  return "Isian ini tidak dikenali. Periksa, lalu isi lagi.";
}

function tooBig(origin: string, maximum: number): string {
  if (origin === "string") return `Paling panjang ${maximum} huruf. Ringkaslah isian ini.`;
  if (origin === "array" || origin === "set") return `Paling banyak ${maximum} pilihan. Kurangi pilihannya.`;
  return `Isi angka paling besar ${maximum}.`;
}

/** Makes these the words of every schema without its own. */
export function speakPlainly(): void {
  z.config({ customError: plainMessage });
}
