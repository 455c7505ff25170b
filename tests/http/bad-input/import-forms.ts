import type { FormCase } from "./form-case.ts";

const kasi = { as: "kasi-pemerintahan" } as const;
const BASE = "/kantor/penduduk/impor";

/** Forms of the import of residents; that of its file is tried with its verb. */
export const IMPORT_FORMS: FormCase[] = [
  {
    ...kasi,
    name: "what becomes of a second head",
    route: `${BASE}/:id`,
    page: ({ imports }) => `${BASE}/${imports.checked}`,
    fields: () => ({ kepala_kedua: "11" }),
    kinds: { kepala_kedua: "code" },
    required: ["kepala_kedua"],
    filledByPage: ["kepala_kedua"],
  },
  {
    ...kasi,
    name: "a column for everybody",
    route: `${BASE}/:id/perubahan`,
    page: ({ imports }) => `${BASE}/${imports.checked}/perubahan`,
    fields: () => ({ kolom: "birthPlace", semua: "jangan" }),
    kinds: { kolom: "code", semua: "code" },
    required: ["kolom", "semua"],
    filledByPage: ["kolom", "semua"],
  },
  {
    ...kasi,
    name: "the columns of a sheet of residents",
    route: `${BASE}/:id/kolom`,
    page: ({ imports }) => `${BASE}/${imports.checked}/kolom`,
    fields: () => ({ "kolom.name": "0", "kolom.sex": "2" }),
    kinds: { "kolom.name": "code", "kolom.sex": "code" },
    required: ["kolom.name", "kolom.sex"],
    filledByPage: ["kolom.name", "kolom.sex"],
  },
];

/** Addresses whose form is a button alone, or asks for a file. */
export const IMPORT_BUTTON_ROUTES = [BASE, `${BASE}/:id/buang`, `${BASE}/:id/batalkan`];
