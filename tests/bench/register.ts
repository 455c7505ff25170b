import { type Bench, type Compared, compare } from "./measure.ts";
import type { BenchVillage, Page, Site } from "./site.ts";
import { markdownTable, short } from "./table.ts";

/** Pages of the register and the counter that people open all day. */
function pagesOf({ host, kasi }: BenchVillage): Page[] {
  const page = (name: string, path: string): Page => ({ name, target: { host, path, headers: kasi } });
  return [
    page("list: /kantor/penduduk", "/kantor/penduduk"),
    page("search: two words", "/kantor/penduduk?nama=ahmad+hak"),
    page("search: a common beginning", "/kantor/penduduk?nama=ha"),
    page("search in the old spelling", "/kantor/penduduk?nama=djajadi"),
    page("three filters", "/kantor/penduduk?kelamin=2&usia=60&kawin=2"),
    page("cards: /kantor/penduduk/keluarga", "/kantor/penduduk/keluarga"),
    page("cards without a head", "/kantor/penduduk/keluarga?keadaan=tanpa-kepala"),
    page("mutations of the month", "/kantor/penduduk/mutasi"),
    page("recapitulation of the month", "/kantor/penduduk/rekapitulasi"),
    page("statistics: /kantor/statistik", "/kantor/statistik"),
    page("statistics of a year ago", "/kantor/statistik?tanggal=2025-11-24"),
    page("public statistics, drawn anew", "/statistik"),
    page("B.1 on a day of last month", "/kantor/register/penduduk/induk?tanggal=2026-10-20"),
    page("letters: /kantor/surat", "/kantor/surat"),
    page("letter as PDF, drawn anew", "/kantor/surat/jenis/usaha/contoh.pdf"),
  ];
}

/** Prints list, search and a letter's PDF beside the floor, in a village of 10,000 residents and in one five times as large. */
export async function printRegister(bench: Bench, site: Site): Promise<void> {
  const [few, many] = bench.scale.registers;
  const small = await measureAll(bench, await site.addRegister("register-kecil", few));
  const large = await measureAll(bench, await site.addRegister("register-besar", many));
  const rows = [...small].map(([name, before]) => {
    const after = large.get(name);
    if (!after) throw new Error(`${name} was measured once`);
    return [
      name,
      ...[before.perSecond, before.p50, before.p95, before.ratio].map(short),
      ...[after.p50, after.p95, after.ratio].map(short),
      `x${short(after.ratio / before.ratio)}`,
      String(after.roundTrips),
    ];
  });
  console.log(`\n## Register: ${few} residents, and ${many}\n`);
  const at = (count: number) => ["p50 ms", "p95 ms", "ratio"].map((what) => `${what}, ${count}`);
  console.log(markdownTable(["page", "req/s", ...at(few), ...at(many), "growth", "trips"], rows));
}

async function measureAll(bench: Bench, village: BenchVillage): Promise<Map<string, Compared>> {
  const measured = new Map<string, Compared>();
  for (const { name, target } of pagesOf(village)) measured.set(name, await compare(bench, [target]));
  return measured;
}
