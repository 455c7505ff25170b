import { quantile } from "./load.ts";
import { type Bench, type Compared, compare, type Speed } from "./measure.ts";
import { type BenchVillage, type Page, pagesOf, portalPages, type Site } from "./site.ts";
import { kilobytes, markdownTable, short } from "./table.ts";
import { weigh } from "./weigh.ts";

const HEAD = "page,req/s,p50 ms,p95 ms,ratio,CPU ms,CPU ratio,trips,page KB,css KB,script KB".split(",");

/** Prints each hot page beside the floor. @returns what was measured, by the page's name */
export async function printHotPages(
  bench: Bench,
  { balai, year }: Site,
  village: BenchVillage,
): Promise<ReadonlyMap<string, Compared>> {
  const { cached, fresh } = pagesOf(village, year);
  const measured = new Map<string, Compared>();
  const rows: string[][] = [];
  for (const page of [...cached, ...fresh, ...portalPages(balai.baseHost)]) {
    const speed = await compare(bench, [page.target]);
    measured.set(page.name, speed);
    rows.push(await rowOf(bench, page, speed));
  }
  const floor = middleOf([...measured.values()].map((speed) => speed.floor));
  rows.unshift(["floor: /__lantai", ...figures({ ...floor, ratio: 1, cpuRatio: 1 }), "-", "-", "-"]);
  console.log("\n## Hot pages: 14 activities, 8 clients\n");
  console.log(markdownTable(HEAD, rows));
  return measured;
}

/** The floor was measured beside each page; the table shows the middle of all. */
function middleOf(floors: Speed[]): Speed {
  const middle = (of: (floor: Speed) => number) => quantile(floors.map(of), 0.5);
  return {
    perSecond: middle((floor) => floor.perSecond),
    p50: middle((floor) => floor.p50),
    p95: middle((floor) => floor.p95),
    roundTrips: middle((floor) => floor.roundTrips),
    cpu: middle((floor) => floor.cpu),
  };
}

function figures(speed: Omit<Compared, "floor">): string[] {
  const { perSecond, p50, p95, ratio, cpu, cpuRatio } = speed;
  return [...[perSecond, p50, p95, ratio, cpu, cpuRatio].map(short), String(speed.roundTrips)];
}

async function rowOf({ port }: Bench, { name, target }: Page, speed: Compared): Promise<string[]> {
  const { page, style, script } = await weigh(port, target);
  return [name, ...figures(speed), ...[page, style, script].map(kilobytes)];
}
