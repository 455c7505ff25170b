import { type CivilDate, civilDate } from "./calendar-rules.ts";

/** Sources of funds of a village activity; `tanpa-anggaran` is work that costs the village nothing. */
export const FUND_SOURCES = [
  "pad",
  "dds",
  "add",
  "pbh",
  "bankeu-provinsi",
  "bankeu-kabupaten",
  "swadaya",
  "csr-hibah",
  "tanpa-anggaran",
] as const;
export type FundSource = (typeof FUND_SOURCES)[number];

export const FUND_SOURCE_NAMES: Record<FundSource, { short: string; name: string }> = {
  pad: { short: "PAD", name: "Pendapatan Asli Desa" },
  dds: { short: "DDS", name: "Dana Desa" },
  add: { short: "ADD", name: "Alokasi Dana Desa" },
  pbh: { short: "PBH", name: "Bagian dari Hasil Pajak dan Retribusi Daerah" },
  "bankeu-provinsi": { short: "Bankeu Prov.", name: "Bantuan Keuangan Provinsi" },
  "bankeu-kabupaten": { short: "Bankeu Kab.", name: "Bantuan Keuangan Kabupaten/Kota" },
  swadaya: { short: "Swadaya", name: "Swadaya Masyarakat" },
  "csr-hibah": { short: "CSR/Hibah", name: "CSR atau Hibah Pihak Ketiga" },
  "tanpa-anggaran": { short: "Tanpa anggaran", name: "Tanpa Anggaran" },
};

/** `amount` in whole rupiah; `createdAt` an ISO instant that orders changes of one day. */
export type BudgetChange = { amount: number; validFrom: CivilDate; createdAt: string };
/** `amount` in whole rupiah; a negative one corrects an earlier entry. */
export type SpendingEntry = { amount: number; spentOn: CivilDate };

/** Budget that held on `date`: the latest change not after it; before the first, the first; 0 without any. */
export function budgetAt(changes: readonly BudgetChange[], date: CivilDate): number {
  const order = (change: BudgetChange) => `${change.validFrom} ${change.createdAt}`;
  const ordered = changes.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  return (ordered.findLast(({ validFrom }) => validFrom <= date) ?? ordered[0])?.amount ?? 0;
}

/** The day from which a budget that is changed today holds: before its year the year's first, where it takes the plan's place. */
export function budgetStart(year: number, today: CivilDate): CivilDate {
  const first = civilDate(year, 1, 1);
  return today < first ? first : today;
}

/** Rupiah spent up to and including `date`. */
export function spentUntil(entries: readonly SpendingEntry[], date: CivilDate): number {
  return entries.filter(({ spentOn }) => spentOn <= date).reduce((sum, { amount }) => sum + amount, 0);
}
