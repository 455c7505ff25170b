import type { FormCase } from "./form-case.ts";

type Office = "operator" | "kabupaten";
const portal = { site: "portal" } as const;

/** Who stands before which page of an office. */
const PEOPLE = {
  operator: { inside: "operator-balai", owing: "operator-sebelum-kode", new: "operator-baru" },
  kabupaten: { inside: "admin-kabupaten", owing: "admin-sebelum-kode", new: "admin-baru" },
} as const;

function entryForms(office: Office): FormCase[] {
  const { owing, new: newcomer } = PEOPLE[office];
  const tokenOf = office === "operator" ? "operatorInvitation" : "regencyInvitation";
  return [
    {
      ...portal,
      as: null,
      name: `sign-in, ${office}`,
      route: `/${office}/masuk`,
      page: () => `/${office}/masuk`,
      fields: () => ({ identitas: `tamu-${crypto.randomUUID().slice(0, 8)}`, kata_sandi: "bukan sandinya" }),
      kinds: { identitas: "text", kata_sandi: "secret" },
      required: ["identitas", "kata_sandi"],
    },
    {
      ...portal,
      as: null,
      name: `an account by an invitation, ${office}`,
      route: `/${office}/undangan/:token`,
      page: ({ oversight }) => `/${office}/undangan/${oversight[tokenOf].token}`,
      fields: () => ({ nama: "Baiq Ratna", nama_pengguna: "baiq.ratna", kata_sandi: "pohon kelapa tinggi" }),
      kinds: { nama: "text", nama_pengguna: "text", kata_sandi: "secret" },
      required: ["nama", "nama_pengguna", "kata_sandi"],
    },
    {
      ...portal,
      as: owing,
      name: `the second factor, ${office}`,
      route: `/${office}/masuk/kode`,
      page: () => `/${office}/masuk/kode`,
      fields: () => ({ kode: "000000" }),
      kinds: { kode: "text" },
      required: ["kode"],
    },
    {
      ...portal,
      as: newcomer,
      name: `the first second factor, ${office}`,
      route: `/${office}/masuk/pasang`,
      page: () => `/${office}/masuk/pasang`,
      fields: () => ({ kode: "000000" }),
      kinds: { kode: "text" },
      required: ["kode"],
    },
  ];
}

function accountForms(office: Office): FormCase[] {
  const own = { ...portal, as: PEOPLE[office].inside };
  const passkeyOf = office === "operator" ? "operatorPasskey" : "regencyPasskey";
  return [
    {
      ...own,
      name: `own password, ${office}`,
      route: `/${office}/akun/kata-sandi`,
      page: () => `/${office}/akun/kata-sandi`,
      fields: () => ({
        kata_sandi: "x",
        kata_sandi_baru: "pohon kelapa tinggi",
        ulangi: "pohon kelapa tinggi",
      }),
      kinds: { kata_sandi: "secret", kata_sandi_baru: "secret", ulangi: "secret" },
      required: ["kata_sandi", "kata_sandi_baru", "ulangi"],
    },
    {
      ...own,
      name: `own codes, ${office}`,
      route: `/${office}/akun/kode`,
      page: () => `/${office}/akun/kode`,
      fields: () => ({ kode: "000000", kata_sandi: "x" }),
      kinds: { kata_sandi: "secret" },
      required: ["kode", "kata_sandi"],
    },
    {
      ...own,
      name: `a passkey, ${office}`,
      route: `/${office}/akun/kunci-sandi`,
      page: () => `/${office}/akun/kunci-sandi`,
      fields: () => ({ langkah: "tambah", nama: "Ponsel saya", kata_sandi: "x" }),
      filledByPage: ["langkah"],
      kinds: { nama: "text", kata_sandi: "secret" },
      required: ["nama", "kata_sandi"],
    },
    {
      ...own,
      name: `the name of a passkey, ${office}`,
      route: `/${office}/akun/kunci-sandi/:id`,
      page: ({ oversight }) => `/${office}/akun/kunci-sandi/${oversight[passkeyOf]}`,
      fields: () => ({ langkah: "nama", nama: "Laptop rumah" }),
      filledByPage: ["langkah"],
      kinds: { nama: "text" },
      required: ["nama"],
    },
  ];
}

/** Forms of people above the villages. */
export const OVERSIGHT_FORMS: FormCase[] = [
  ...entryForms("operator"),
  ...entryForms("kabupaten"),
  ...accountForms("operator"),
  ...accountForms("kabupaten"),
  {
    ...portal,
    as: "operator-balai",
    name: "an invitation by an operator",
    route: "/operator/orang/undang",
    page: () => "/operator/orang/undang",
    fields: () => ({ nama: "Lalu Gde", peran: "kabupaten", kabupaten: "52.01" }),
    kinds: { nama: "text", peran: "code", kabupaten: "code" },
    required: ["nama", "peran", "kabupaten"],
  },
  {
    ...portal,
    as: "admin-kabupaten",
    name: "an invitation by the admin of a kabupaten",
    route: "/kabupaten/orang/undang",
    page: () => "/kabupaten/orang/undang",
    fields: () => ({ nama: "Sri Wahyuni", peran: "petugas" }),
    kinds: { nama: "text", peran: "code" },
    required: ["nama", "peran"],
  },
];

const console = { ...portal, as: "operator-balai" } as const;
const REASON = "Sudah diperiksa bersama kabupaten.";

/** What an operator changes about villages and what went wrong; none of them ends what others need. */
export const CONSOLE_FORMS: FormCase[] = [
  {
    ...console,
    name: "the room of a village",
    route: "/operator/desa/:id/ruang",
    page: ({ claims }) => `/operator/desa/${claims.trialVillage}/ruang`,
    fields: () => ({ gigabyte: "5", alasan: REASON }),
    kinds: { gigabyte: "number", alasan: "text" },
    required: ["gigabyte", "alasan"],
    shownAt: ({ claims }) => [`/operator/desa/${claims.trialVillage}`],
  },
  {
    ...console,
    name: "the restore of a village",
    route: "/operator/desa/:id/pemulihan-data",
    page: (ids) => `/operator/desa/${ids.village}/pemulihan-data`,
    // The stage's village has a backup to choose and another address name than this one: nothing is ever restored.
    fields: ({ oversight }) => ({
      sumber: `cadangan:${oversight.backup}`,
      nama: "bukan-namanya",
      alasan: REASON,
    }),
    kinds: { sumber: "code", nama: "text", alasan: "text" },
    required: ["sumber", "nama", "alasan"],
  },
  {
    ...console,
    name: "an alert that is settled",
    route: "/operator/peringatan/:id",
    page: ({ oversight }) => `/operator/peringatan/${oversight.alert}`,
    fields: () => ({ catatan: REASON }),
    kinds: { catatan: "text" },
    required: ["catatan"],
    isVersioned: true,
  },
  {
    ...console,
    name: "work that is settled",
    route: "/operator/pekerjaan/:id",
    page: ({ oversight }) => `/operator/pekerjaan/${oversight.deadLetter}`,
    fields: () => ({ langkah: "selesai", alasan: REASON }),
    filledByPage: ["langkah"],
    kinds: { alasan: "text" },
    required: ["alasan"],
    isVersioned: true,
  },
  {
    ...console,
    name: "a suspension",
    route: "/operator/desa/:id/penangguhan",
    page: ({ claims }) => `/operator/desa/${claims.trialVillage}/penangguhan`,
    fields: () => ({ langkah: "tangguhkan", alasan: REASON }),
    filledByPage: ["langkah"],
    kinds: { alasan: "text" },
    required: ["alasan"],
    isVersioned: true,
  },
];

/** Forms without a field to fill. */
export const OVERSIGHT_BUTTON_ROUTES = ["operator", "kabupaten"]
  .flatMap((office) => [
    `/${office}/keluar`,
    `/${office}/akun`,
    `/${office}/desa/:id/pemulihan`,
    `/${office}/orang/:id`,
    `/${office}/orang/undangan/:id`,
  ])
  .concat("/operator/desa/:id");
