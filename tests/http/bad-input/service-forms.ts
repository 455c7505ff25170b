import type { FormCase } from "./form-case.ts";

/** Forms of the service to residents: codes, the standard, complaints. */
export const SERVICE_FORMS: FormCase[] = [
  {
    as: null,
    name: "a rating by the code of a slip",
    isVersioned: true,
    route: "/lacak",
    page: ({ letters }) => `/lacak?kode=${letters.handedCode}`,
    fields: () => ({ nilai: "3", ulasan: "Antreannya lama." }),
    kinds: { nilai: "code", ulasan: "text" },
    required: ["nilai"],
    filledByPage: ["kode"],
  },
];
