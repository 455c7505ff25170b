/**
 * An Indonesian phone number as stored: digits starting with 62.
 * @param text as typed: `0812-3456-7890`, `+62 812 3456 7890`, `62812...`
 * @returns null where it can't be a phone number of 9 to 15 digits
 */
export function normalisePhone(text: string): string | null {
  if (/[^\d\s+().-]/.test(text)) return null;
  const digits = text.replace(/\D/g, "");
  const national = digits.startsWith("62") ? digits.slice(2) : digits.replace(/^0/, "");
  return /^[1-9]\d{7,12}$/.test(national) ? `62${national}` : null;
}

/** How a sign-in name reads in each column it may stand in: phone, e-mail or user name. */
export function identityOf(text: string): { phone: string | null; email: string; username: string } {
  const lower = text.trim().toLowerCase();
  return { phone: normalisePhone(text), email: lower, username: lower };
}

/** A stored phone number as people here write it: `6281234567890` -> `081234567890`. */
export function localPhone(phone: string): string {
  return phone.replace(/^62/, "0");
}

/** A stored phone number of which a colleague recognises the owner and nobody can call it: `0812•••••890`. */
export function maskPhone(phone: string): string {
  return localPhone(phone).replace(
    /^(.{4})(.+)(.{3})$/,
    (_, head, middle, tail) => head + "•".repeat(middle.length) + tail,
  );
}

/** An e-mail address likewise: `s•••••@contoh.id`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}•••••${email.slice(at)}`;
}
