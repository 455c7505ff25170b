import type { FormCase } from "./form-case.ts";

const head = { as: "kepala-desa" } as const;

/** Forms of the pages on personal data. */
export const PRIVACY_FORMS: FormCase[] = [
  {
    ...head,
    name: "how long a kind is kept",
    route: "/kantor/data-pribadi/masa-simpan/:jenis",
    page: () => "/kantor/data-pribadi/masa-simpan/platform.inbox",
    fields: () => ({ lama: "12" }),
    kinds: { lama: "number" },
    required: ["lama"],
  },
  {
    ...head,
    name: "the limits of the access log",
    route: "/kantor/data-pribadi/batas",
    page: () => "/kantor/data-pribadi/batas",
    fields: () => ({ data: "25", catatan: "200", baris: "800" }),
    kinds: { data: "number", catatan: "number", baris: "number" },
    required: ["data", "catatan", "baris"],
  },
  {
    ...head,
    name: "the terms with the platform",
    route: "/kantor/data-pribadi/perjanjian",
    page: () => "/kantor/data-pribadi/perjanjian",
    fields: () => ({ setuju: "on" }),
    kinds: { setuju: "code" },
    required: ["setuju"],
    filledByPage: ["versi", "sidik"],
  },
];
