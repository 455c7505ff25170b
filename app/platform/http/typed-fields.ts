/** One thing that a person typed or chose, named as the form names it. */
export interface TypedField {
  label: string;
  value: string;
}

const SECRETS = /sandi|frasa|^ulangi$|(^|[._])pin($|[._])/;
/** What buttons and pages put in by themselves: keys, versions, ids, the step asked for. */
const UNTYPED = /^_|^(versi|maksud|langkah|lanjut|next|nama_lama|berkas_id|berkas_nama)$|\.id$/;
/** Also with the kind of record before it: `account:01a2...`. */
const ID = /^([a-z]+:)?[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What somebody typed into a form, without passwords, files and what the page itself put there. */
export function typedFields(form: FormData): TypedField[] {
  return [...form]
    .filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1].trim() !== "")
    .filter(([name, value]) => !UNTYPED.test(name) && !isSecret(name) && !ID.test(value))
    .map(([name, value]) => ({ label: labelOf(name), value }));
}

/** Does a field of this name hold a password or the like, which is never shown again? */
export function isSecret(name: string): boolean {
  return SECRETS.test(name);
}

/** `sebutan_desa` -> `Sebutan desa`, `indikator[0].t1` -> `Indikator 1 t1`. */
function labelOf(name: string): string {
  const words = name
    .replace(/\[(\d+)\]/g, (_, index: string) => ` ${Number(index) + 1}`)
    .replace(/[._-]+/g, " ")
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
