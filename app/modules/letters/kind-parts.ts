import type { LetterField, LetterKind, Requirement, RequirementMark } from "./kind-rules.ts";
import { PROMISES } from "./kind-rules.ts";

/** Short ways to write the catalogue: what most kinds have in common stands here once. */
export function requirement(text: string, mark: RequirementMark = "wajib", rule?: string): Requirement {
  return rule ? { text, mark, rule } : { text, mark };
}

export const KTP = requirement("Fotokopi atau foto KTP-el");
export const KK = requirement("Fotokopi atau foto Kartu Keluarga");
export const RT_NOTE = requirement(
  "Surat pengantar RT/RW",
  "diminta",
  "Kebiasaan; desa boleh tidak memintanya.",
);

type Rest = Pick<LetterField, "hint" | "choices" | "columns"> & { optional?: boolean };

export function field(
  key: string,
  label: string,
  type: LetterField["type"] = "text",
  { optional, ...rest }: Rest = {},
): LetterField {
  return { key, label, type, isRequired: !optional, ...rest };
}

export const PURPOSE = field("keperluan", "Keperluan", "text", {
  hint: "Untuk apa surat ini dipakai, misalnya melamar pekerjaan.",
});

/** How most letters begin: what the village knows, and what it was told (nothing that it can't vouch for). */
export const OPENING =
  "Yang bertanda tangan di bawah ini {{ desa.kepala }} {{ desa.nama }}, {{ desa.wilayah }}, menerangkan menurut pengetahuan kami dan keterangan pemohon bahwa:";
export const CLOSING =
  "Surat keterangan ini dibuat untuk keperluan **{{ isian.keperluan }}** dan dipergunakan sebagaimana mestinya.";
export const CLOSING_PLAIN = "Surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.";

/** A line of the identity table that is left out where the field is empty. */
export function optionalLine(key: string, label: string): string {
  return `{% if isian.${key} %}\n${label} :: {{ isian.${key} }}\n{% endif %}`;
}

export const WITNESSES = [
  field("saksi_1", "Saksi pertama", "person"),
  field("saksi_2", "Saksi kedua", "person"),
];

type Given = Pick<LetterKind, "key" | "title" | "purpose" | "classification" | "template"> &
  Partial<Omit<LetterKind, "promised">> & { promised?: LetterKind["promised"]["kind"] };

/** A kind with the usual answers for what is not said. */
export function kind({ promised = "T0", ...given }: Given): LetterKind {
  return {
    heading: given.title.toUpperCase(),
    category: "resident",
    fields: [PURPOSE],
    requirements: [KTP, KK, RT_NOTE],
    standing: { mark: "berlaku", rule: "Pelayanan desa (Permendagri 2/2017 tentang SPM Desa)." },
    chain: { review: [], signer: "head" },
    isNumbered: true,
    validity: { amount: 1, unit: "month" },
    subjects: ["living"],
    hasSubject: false,
    formVersion: null,
    isSelfService: false,
    isOn: given.standing?.mark !== "dicabut",
    ...given,
    promised: { kind: promised, hours: PROMISES[promised].hours },
  };
}
