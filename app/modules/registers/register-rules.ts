import { type Day, isDay } from "#app/platform/clock.ts";

/** A register of Permendagri 47/2016 that is kept here. */
export interface Register {
  key: RegisterKey;
  /** Its form in the annex: `A.1`, `B.3`. */
  annex: string;
  name: string;
  /** What it holds, in a few words. */
  about: string;
  /** Is it asked for at the end of a day, or for a month? */
  choice: "day" | "month";
  /** Does it hold residents? Those who serve them see it, and each opening is logged. */
  holdsResidents: boolean;
}

export const REGISTER_KEYS = [
  "peraturan",
  "keputusan",
  "inventaris",
  "aparat",
  "lembaran",
  "induk",
  "mutasi",
  "rekapitulasi",
  "sementara",
  "ktp-kk",
] as const;
export type RegisterKey = (typeof REGISTER_KEYS)[number];

const general = (key: RegisterKey, annex: string, name: string, about: string): Register => ({
  key,
  annex,
  name,
  about,
  choice: "day",
  holdsResidents: false,
});
const ofResidents = (
  key: RegisterKey,
  annex: string,
  name: string,
  about: string,
  choice: "day" | "month" = "day",
): Register => ({ ...general(key, annex, name, about), choice, holdsResidents: true });

/** Every register that is kept here, in the order of the annex. A.7 and A.8 are books of the correspondence. */
export const REGISTERS: readonly Register[] = [
  general(
    "peraturan",
    "A.1",
    "Buku Peraturan di Desa",
    "Peraturan Desa, Peraturan Bersama, dan Peraturan Kepala Desa",
  ),
  general("keputusan", "A.2", "Buku Keputusan Kepala Desa", "Keputusan Kepala Desa menurut nomornya"),
  general(
    "inventaris",
    "A.3",
    "Buku Inventaris dan Kekayaan Desa",
    "Barang desa: asalnya, keadaannya, dan penghapusannya",
  ),
  general(
    "aparat",
    "A.4",
    "Buku Aparat Pemerintah Desa",
    "Perangkat dengan pengangkatan, masa jabatan, dan pemberhentiannya",
  ),
  general(
    "lembaran",
    "A.9",
    "Buku Lembaran Desa dan Berita Desa",
    "Peraturan yang diundangkan, dengan nomor dan tanggalnya",
  ),
  ofResidents("induk", "B.1", "Buku Induk Penduduk", "Semua penduduk tetap pada suatu tanggal"),
  ofResidents(
    "mutasi",
    "B.2",
    "Buku Mutasi Penduduk",
    "Yang lahir, datang, meninggal, dan pindah dalam satu bulan",
    "month",
  ),
  ofResidents(
    "rekapitulasi",
    "B.3",
    "Buku Rekapitulasi Jumlah Penduduk",
    "Jumlah penduduk per wilayah, awal sampai akhir bulan",
    "month",
  ),
  ofResidents(
    "sementara",
    "B.4",
    "Buku Penduduk Sementara",
    "Yang tinggal sementara pada suatu tanggal, dan yang pergi pada tahun itu",
  ),
  ofResidents("ktp-kk", "B.5", "Buku KTP dan Buku KK", "Penduduk tetap menurut kartu keluarganya"),
];

/** The register that an address names; null where there is none. */
export function findRegister(key: string | undefined): Register | null {
  return REGISTERS.find((each) => each.key === key) ?? null;
}

/** Where a register is read. */
export function registerHref({ key, holdsResidents }: Pick<Register, "key" | "holdsResidents">): string {
  return holdsResidents ? `/kantor/register/penduduk/${key}` : `/kantor/register/${key}`;
}

/** Permission without which it is not shown. */
export function registerPermission({ holdsResidents }: Pick<Register, "holdsResidents">): string {
  return holdsResidents ? "population.read" : "registers.read";
}

/** What a register is asked for: how it stood at the end of `to`; of a month also what happened since `from`. */
export interface Choice {
  from: Day;
  to: Day;
}

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** The first and the last day of a month `2026-03`. */
export function monthOf(month: string): Choice {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  return { from: `${month}-01`, to: last };
}

/**
 * What an address asks of a register (`tanggal=2026-03-31`, `bulan=2026-03`); today or this month where it says nothing
 * that can be. Nobody knows how things stand on a day that has not come.
 */
export function readChoice(
  { choice }: Pick<Register, "choice">,
  params: URLSearchParams,
  today: Day,
): Choice {
  if (choice === "month") {
    const asked = params.get("bulan") ?? "";
    return monthOf(MONTH.test(asked) && `${asked}-01` <= today ? asked : today.slice(0, 7));
  }
  const asked = params.get("tanggal") ?? "";
  const to = isDay(asked) && asked >= "1900-01-01" && asked <= today ? asked : today;
  return { from: `${to.slice(0, 4)}-01-01`, to };
}

/** The choice as part of an address; empty for today and this month. */
export function choiceQuery(
  { choice }: Pick<Register, "choice">,
  { to }: Choice,
  today: Day,
): URLSearchParams {
  if (choice === "month")
    return new URLSearchParams(to.slice(0, 7) === today.slice(0, 7) ? {} : { bulan: to.slice(0, 7) });
  return new URLSearchParams(to === today ? {} : { tanggal: to });
}

export const FILE_FORMATS = ["pdf", "xlsx", "csv"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** More rows than this are made into a file behind the page. */
export const ROWS_AT_ONCE = 300;
/**
 * Most rows of a file: the largest villages have some 60,000 residents. Paper of 10,000 takes a heap of 40 MB and 8 s of CPU,
 * a sheet of 80,000 the same: a sheet is packed part by part.
 */
export const MOST_ROWS: Record<FileFormat, number> = { pdf: 10_000, xlsx: 80_000, csv: 80_000 };

/** Reads the name of a file in an address, `induk.pdf`; null where there is no such register. */
export function parseRegisterFile(name: string): { register: Register; format: FileFormat } | null {
  const [, stem, ending] = /^([a-z-]+)\.([a-z]+)$/.exec(name) ?? [];
  const register = findRegister(stem);
  const format = FILE_FORMATS.find((each) => each === ending);
  return register && format ? { register, format } : null;
}
