import { TEST_PASSWORD } from "#tests/support/app.ts";
import type { FormCase } from "./form-case.ts";

const head = { as: "kepala-desa" } as const;
const FRASA = "kuda hijau makan sembilan mangga";

/** Forms by which a village takes its data out, and leaves. */
export const DATA_FORMS: FormCase[] = [
  {
    ...head,
    name: "an export of all data",
    route: "/kantor/data-desa/ekspor",
    page: () => "/kantor/data-desa/ekspor",
    fields: () => ({ frasa: FRASA, ulangi: FRASA, kata_sandi: TEST_PASSWORD }),
    kinds: { frasa: "secret", ulangi: "secret", kata_sandi: "secret" },
    required: ["frasa", "ulangi", "kata_sandi"],
  },
  {
    ...head,
    name: "the wish to leave",
    route: "/kantor/data-desa/keluar",
    page: () => "/kantor/data-desa/keluar",
    // Refused as it is: the other forms still need the village.
    fields: () => ({ tunggu: "7", alamat: "desa-lain", kata_sandi: TEST_PASSWORD }),
    kinds: { tunggu: "number", alamat: "code", kata_sandi: "secret" },
    required: ["tunggu", "alamat", "kata_sandi"],
  },
];
