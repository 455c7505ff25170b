import type { SeedVillage } from "./seed-village.ts";

/** One for all, and printed at the start: the demo holds nothing that is anybody's. */
export const DEMO_PASSWORD = "coba-balai-desa";

const GUNUNGSARI = {
  district: "Gunungsari",
  regency: "Kabupaten Lombok Barat",
  province: "Nusa Tenggara Barat",
  timeZone: "WITA",
} as const;

/** Two neighbours in one district, so that comparing has something to compare. */
export const DEMO_VILLAGES: SeedVillage[] = [
  {
    ...GUNUNGSARI,
    slug: "sesela",
    name: "Sesela",
    regionCode: "52.01.09.2003",
    profile: {
      address: "Jalan Raya Sesela Nomor 12",
      postalCode: "83351",
      officeHours: "Senin sampai Jumat, 08.00 sampai 15.00 WITA",
      about: "Desa di utara Kota Mataram; sebagian besar warganya bertani, berdagang, dan membuat ketak.",
    },
    accounts: [
      person("Lalu Ahmad Wirya", "kades", "kepala-desa"),
      person("Baiq Nurhayati", "sekdes", "sekretaris-desa"),
      { ...person("Muhammad Zaini", "kasi", "kasi-pemerintahan"), isAdmin: true },
      person("Sri Wahyuni", "kaur", "kaur-keuangan"),
    ],
  },
  {
    ...GUNUNGSARI,
    slug: "midang",
    name: "Midang",
    regionCode: "52.01.09.2002",
    profile: { address: "Jalan Pariwisata Midang Nomor 3", postalCode: "83351" },
    accounts: [
      person("I Made Sudarta", "kades", "kepala-desa"),
      person("Siti Maryam", "sekdes", "sekretaris-desa"),
      { ...person("Hamdani", "kasi", "kasi-pemerintahan"), isAdmin: true },
      person("Lilik Suryani", "kaur", "kaur-keuangan"),
    ],
  },
];

function person(name: string, username: string, position: string) {
  return { name, username, positions: [position], password: DEMO_PASSWORD };
}
