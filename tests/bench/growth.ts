import { quantile, type Target } from "./load.ts";
import { type Bench, type Compared, compare } from "./measure.ts";
import { timeSweeps } from "./operations.ts";
import { type BenchVillage, pagesOf, portalPages, type Site } from "./site.ts";
import { growth, kilobytes, markdownTable, short } from "./table.ts";
import { weigh } from "./weigh.ts";

const SWEEPS = 8;

/** Growth is ratio by ratio: what the machine did meanwhile is in the floor of both. */
export async function printMoreData(
  bench: Bench,
  site: Site,
  hot: ReadonlyMap<string, Compared>,
): Promise<void> {
  const many = await site.addWorkingVillage("sepuluh-kali", 140, 1);
  const years = await site.addWorkingVillage("sepuluh-tahun", 14, 10);
  const longPages = new Map(pagesOf(years, site.year).fresh.map(({ name, target }) => [name, target]));
  const rows: string[][] = [];
  for (const { name, target } of pagesOf(many, site.year).fresh) {
    const before = hot.get(name);
    const long = longPages.get(name);
    if (!before || !long) throw new Error(`${name} was not measured`);
    const wideCells = await grownCells(bench, target, before);
    rows.push([name, short(before.ratio), ...wideCells, ...(await grownCells(bench, long, before))]);
  }
  const grown = ["growth", "CPU growth", "page KB"];
  const head = ["page", "ratio", "ratio, 140 activities", ...grown, "ratio, 10 years", ...grown];
  console.log("\n## Ten times the data: 140 activities in the year, or ten years of 14\n");
  console.log(markdownTable(head, rows));
}

async function grownCells(bench: Bench, target: Target, before: Compared): Promise<string[]> {
  const after = await compare(bench, [target]);
  const { page } = await weigh(bench.port, target);
  return [
    short(after.ratio),
    growth(before.ratio, after.ratio),
    growth(before.cpuRatio, after.cpuRatio),
    kilobytes(page),
  ];
}

interface Step {
  speeds: Map<string, Compared>;
  /** Milliseconds of a sweep that finds nothing due. */
  sweep: number;
}

/** Prints what the same requests cost with ten times as many villages on the installation. */
export async function printMoreVillages(bench: Bench, site: Site, village: BenchVillage): Promise<void> {
  const few = bench.scale.villages;
  const before = await measureWith(few, bench, site, village);
  const after = await measureWith(few * 10, bench, site, village);
  const rows = [...before.speeds].map(([name, was]) => {
    const is = after.speeds.get(name) ?? was;
    const grown = [growth(was.ratio, is.ratio), growth(was.cpuRatio, is.cpuRatio)];
    return [name, short(was.ratio), short(is.ratio), ...grown];
  });
  const sweeps = [short(before.sweep), short(after.sweep), growth(before.sweep, after.sweep), "-"];
  rows.push(["sweep with nothing due, in ms", ...sweeps]);
  const head = [
    "ratio to the floor of one village",
    `${few} villages`,
    `${few * 10}`,
    "growth",
    "CPU growth",
  ];
  console.log("\n## Ten times the villages\n");
  console.log(markdownTable(head, rows));
}

async function measureWith(count: number, bench: Bench, site: Site, village: BenchVillage): Promise<Step> {
  const hosts = await site.fillUp(count);
  const over = (path: string) => hosts.map((host) => ({ host, path }));
  const portal = portalPages(site.balai.baseHost).map(({ name, target }): [string, Target[]] => [
    name,
    [target],
  ]);
  const wanted: [string, Target[]][] = [
    ["floor of all villages in turn", over("/__lantai")],
    ["/masuk of all villages in turn", over("/masuk")],
    ["/kantor of one village", [{ host: village.host, path: "/kantor", headers: village.kasi }]],
    ...portal,
  ];
  const speeds = new Map<string, Compared>();
  for (const [name, targets] of wanted) speeds.set(name, await compare(bench, targets));
  return { speeds, sweep: quantile(await timeSweeps(site, SWEEPS), 0.5) };
}
