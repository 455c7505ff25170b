/**
 * Reads an amount in rupiah as people write it: `Rp1.250.000,00`, `1250000`, `1.250.000,-`, `1,250,000`. Gives the
 * rupiah with at most two decimals, null where it is no amount or could mean two (`1,250`: a thousand or one and a
 * quarter). Negative amounts have a minus sign or stand in brackets.
 */
export function parseRupiah(text: string): number | null {
  const { isNegative, body } = strip(text);
  const digits = body.replace(/^(rp|idr)\.?/i, "").replace(/[.,]-{1,2}$/, "");
  const value = readAmount(digits);
  return value === null ? null : toNumber(value, isNegative);
}

/**
 * Reads a number with the decimal comma: `12,5`, `1.250,75`, `8`. A single point before exactly three digits is
 * taken for null, since `1.250` could be either; other decimal points (`12.5`) are accepted.
 */
export function parseDecimal(text: string): number | null {
  const { isNegative, body } = strip(text);
  if (/^\d{1,3}\.\d{3}$/.test(body)) return null;
  if (/^\d+(,\d+)?$/.test(body) || /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(body)) {
    return toNumber(body.replaceAll(".", "").replace(",", "."), isNegative);
  }
  return /^\d+\.\d+$/.test(body) ? toNumber(body, isNegative) : null;
}

function strip(text: string): { isNegative: boolean; body: string } {
  const compact = text.replace(/\s/g, "").replace(/\u2212/g, "-");
  const bracketed = /^\((.+)\)$/.exec(compact)?.[1];
  if (bracketed) return { isNegative: true, body: bracketed };
  const signed = /^(?:(rp|idr)\.?)?-(.+)$/i.exec(compact)?.[2];
  return signed ? { isNegative: true, body: signed } : { isNegative: false, body: compact };
}

function readAmount(digits: string): string | null {
  const isIndonesian = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(digits) || /^\d+(,\d{1,2})?$/.test(digits);
  if (isIndonesian) return digits.replaceAll(".", "").replace(",", ".");
  const isEnglish =
    /^\d{1,3}(,\d{3}){2,}(\.\d{1,2})?$/.test(digits) || /^\d{1,3}(,\d{3})+\.\d{1,2}$/.test(digits);
  if (isEnglish) return digits.replaceAll(",", "");
  return /^\d+\.\d{1,2}$/.test(digits) ? digits : null;
}

function toNumber(plain: string, isNegative: boolean): number | null {
  const value = Number(plain);
  if (value > Number.MAX_SAFE_INTEGER) return null;
  return isNegative && value !== 0 ? -value : value;
}
