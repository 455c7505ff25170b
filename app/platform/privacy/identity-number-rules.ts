/** Said at a field that anybody will read and that holds such a number. */
export const IDENTITY_NUMBER_SENTENCE =
  "Isian ini memuat 16 angka seperti NIK atau nomor KK, padahal akan dibaca siapa saja. Hapus angka itu.";

/**
 * Does a text hold sixteen digits in a row, with or without spaces, points or dashes between them, as a NIK and a No KK
 * have? Longer rows (an account of a payment, say) are none.
 */
export function holdsIdentityNumber(text: string): boolean {
  return [...text.matchAll(/\d(?:[ .-]?\d)+/g)].some(([run]) => run.replace(/\D/g, "").length === 16);
}
