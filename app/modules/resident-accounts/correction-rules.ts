import { CODE_LISTS, type CodeListKey, isCode } from "#app/modules/population/code-lists.ts";
import { isDay } from "#app/platform/clock.ts";

/** A part of the register that a resident may say is wrong; others need a paper that staff sees. */
export interface CorrectableField {
  key: string;
  label: string;
  kind: "text" | "day" | "code" | "sealed";
}

/** In the order of his page. */
export const CORRECTABLE: readonly CorrectableField[] = [
  { key: "name", label: "Nama lengkap", kind: "text" },
  { key: "birthPlace", label: "Tempat lahir", kind: "text" },
  { key: "religion", label: "Agama", kind: "code" },
  { key: "education", label: "Pendidikan dalam KK", kind: "code" },
  { key: "occupation", label: "Pekerjaan", kind: "code" },
  { key: "maritalStatus", label: "Status perkawinan", kind: "code" },
  { key: "bloodType", label: "Golongan darah", kind: "code" },
  { key: "fatherName", label: "Nama ayah", kind: "text" },
  { key: "motherName", label: "Nama ibu", kind: "text" },
  { key: "address", label: "Alamat", kind: "text" },
  { key: "phone", label: "Nomor telepon", kind: "sealed" },
];

export function correctable(key: string): CorrectableField | null {
  return CORRECTABLE.find((field) => field.key === key) ?? null;
}

/** Choices of a coded field. */
export function choicesOf({ key, kind }: CorrectableField): { value: string; label: string }[] {
  if (kind !== "code") return [];
  return CODE_LISTS[key as CodeListKey].codes.map(({ code, label }) => ({ value: String(code), label }));
}

/** Does a typed value fit the field? */
export function fits({ key, kind }: CorrectableField, value: string): boolean {
  if (kind === "code") return /^\d{1,3}$/.test(value) && isCode(key as CodeListKey, Number(value));
  if (kind === "day") return isDay(value);
  return !/[<>{}\p{Cc}]/u.test(value);
}

/** A value as people read it. */
export function readable(field: CorrectableField, value: string): string {
  return choicesOf(field).find((choice) => choice.value === value)?.label ?? value;
}
