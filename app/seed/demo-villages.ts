import type { SeedAccount } from "./seed-account.ts";
import type { SeedVillage } from "./seed-village.ts";

/** One for all, and printed at the start: the demo holds nothing that is anybody's. */
export const DEMO_PASSWORD = "coba-balai-desa";

/** A person of the demo, found by the user name. */
export interface DemoPerson extends SeedAccount {
  username: string;
  /** Name of the dusun that he looks after, or in whose first RT he does. */
  areaName?: string;
}

export interface DemoVillage extends Omit<SeedVillage, "accounts"> {
  people: DemoPerson[];
  /** Dusun with their RT, as the settings page takes them. */
  areas: string[];
}

const GUNUNGSARI = {
  district: "Gunungsari",
  regency: "Kabupaten Lombok Barat",
  province: "Nusa Tenggara Barat",
  timeZone: "WITA",
} as const;

export const SESELA: DemoVillage = {
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
  areas: [
    "Dusun Kebun Lauk: RT 01, RT 02, RT 03",
    "Dusun Kebun Indah: RT 01, RT 02",
    "Dusun Barat Kubur: RT 01, RT 02",
    "Dusun Dasan Utama: RT 01, RT 02, RT 03",
    "Dusun Lendang Re: RT 01, RT 02",
  ],
  people: [
    person("Lalu Ahmad Wirya", "kades", "kepala-desa"),
    person("Baiq Nurhayati", "sekdes", "sekretaris-desa"),
    { ...person("Muhammad Zaini", "kasi", "kasi-pemerintahan"), isAdmin: true },
    person("Rohani", "kesra", "kasi-kesejahteraan"),
    person("Lalu Satria Putra", "pelayanan", "kasi-pelayanan"),
    person("Ni Luh Ayu Lestari", "umum", "kaur-umum"),
    person("Sri Wahyuni", "kaur", "kaur-keuangan"),
    person("Fathurrahman", "perencanaan", "kaur-perencanaan"),
    { ...person("Mahsun", "kadus1", "kepala-dusun"), areaName: "Kebun Lauk" },
    { ...person("Inaq Sumiati", "kadus2", "kepala-dusun"), areaName: "Kebun Indah" },
    { ...person("Sahdan", "rt1", "ketua-rt"), areaName: "Kebun Lauk" },
    person("Haji Abdul Hanan", "bpd", "ketua-bpd"),
  ],
};

export const MIDANG: DemoVillage = {
  ...GUNUNGSARI,
  slug: "midang",
  name: "Midang",
  regionCode: "52.01.09.2002",
  profile: { address: "Jalan Pariwisata Midang Nomor 3", postalCode: "83351" },
  areas: ["Dusun Midang Timur: RT 01, RT 02", "Dusun Midang Barat: RT 01"],
  people: [
    person("I Made Sudarta", "kades", "kepala-desa"),
    person("Siti Maryam", "sekdes", "sekretaris-desa"),
    { ...person("Hamdani", "kasi", "kasi-pemerintahan"), isAdmin: true },
    person("Lilik Suryani", "kaur", "kaur-keuangan"),
  ],
};

/** Two neighbours in one district, so that comparing has something to compare. */
export const DEMO_VILLAGES: DemoVillage[] = [SESELA, MIDANG];

function person(name: string, username: string, position: string): DemoPerson {
  return { name, username, positions: [position] };
}
