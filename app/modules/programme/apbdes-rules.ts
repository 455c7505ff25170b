/** `bidang.subbidang.kegiatan`, two digits each, bidang 01-05; kegiatan 90-99 are local codes (Permendagri 20/2018). */
export const ACTIVITY_CODE = /^0[1-5]\.(?!00)\d{2}\.(?!00)\d{2}$/;

export const FIELD_NAMES: Record<string, string> = {
  "01": "Penyelenggaraan Pemerintahan Desa",
  "02": "Pelaksanaan Pembangunan Desa",
  "03": "Pembinaan Kemasyarakatan",
  "04": "Pemberdayaan Masyarakat",
  "05": "Penanggulangan Bencana, Keadaan Darurat, dan Mendesak",
};

export function isActivityCode(code: string): boolean {
  return ACTIVITY_CODE.test(code);
}

/**
 * The code as stored (`01.03.01`) from what people and sheets write: `1.3.1`, `01.03.01.`, ` 1 . 3 . 1 `, `010301`.
 * Null when it is no activity code. Whether the kabupaten knows it is not judged: local codes differ.
 */
export function normaliseActivityCode(text: string): string | null {
  const compact = text.replace(/\s+/g, "").replace(/\.$/, "");
  const parts = /^\d{6}$/.test(compact) ? (compact.match(/\d{2}/g) ?? []) : compact.split(".");
  if (parts.length !== 3 || parts.some((part) => !/^\d{1,2}$/.test(part))) return null;
  const code = parts.map((part) => part.padStart(2, "0")).join(".");
  return isActivityCode(code) ? code : null;
}

/** Local codes are set by the kabupaten: their names may differ from the ones in our list. */
export function isLocalActivityCode(code: string): boolean {
  return isActivityCode(code) && Number(code.slice(-2)) >= 90;
}

/** Name of the bidang that a stored code belongs to; null for anything else. */
export function fieldOfCode(code: string): string | null {
  return isActivityCode(code) ? (FIELD_NAMES[code.slice(0, 2)] ?? null) : null;
}
