import type { Zone } from "#app/platform/clock.ts";

/** What a village, its head and its hamlets are called. */
export interface Terms {
  villageTerm: string;
  headTerm: string;
  hamletTerm: string;
}

export const USUAL_TERMS: Terms = { villageTerm: "Desa", headTerm: "Kepala Desa", hamletTerm: "Dusun" };

const PAPUA: Terms = { villageTerm: "Kampung", headTerm: "Kepala Kampung", hamletTerm: "Dusun" };

// By the first two digits of the region code. Practice, not law: offered, never set by themselves.
const LOCAL_TERMS: Record<string, Terms> = {
  "11": { villageTerm: "Gampong", headTerm: "Keuchik", hamletTerm: "Dusun" },
  "13": { villageTerm: "Nagari", headTerm: "Wali Nagari", hamletTerm: "Jorong" },
  "18": { villageTerm: "Pekon", headTerm: "Kepala Pekon", hamletTerm: "Dusun" },
  "34": { villageTerm: "Kalurahan", headTerm: "Lurah", hamletTerm: "Padukuhan" },
  "51": { villageTerm: "Desa", headTerm: "Perbekel", hamletTerm: "Banjar Dinas" },
  ...Object.fromEntries(["91", "92", "93", "94", "95", "96"].map((province) => [province, PAPUA])),
};

/** What villages of this province commonly use, or null where nothing differs from the usual words. */
export function localTermsOf(regionCode: string): Terms | null {
  return LOCAL_TERMS[regionCode.slice(0, 2)] ?? null;
}

/** The three zones with what they are called in full. */
export const ZONE_NAMES: Record<Zone, string> = {
  WIB: "WIB, Waktu Indonesia Barat",
  WITA: "WITA, Waktu Indonesia Tengah",
  WIT: "WIT, Waktu Indonesia Timur",
};
