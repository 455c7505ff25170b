import { readCpuMillis } from "./cpu.ts";
import { type LoadMaker, type LoadResult, quantile, type Target } from "./load.ts";

/** How long and how often to look. */
export interface Scale {
  /** A page is measured in so many turns, each beside a turn of the floor. */
  turns: number;
  warmUpMillis: number;
  pageMillis: number;
  floorMillis: number;
  /** Villages of the first size; the second has ten times as many. */
  villages: number;
  signups: number;
  /** Residents of the two registers that are listed and searched. */
  registers: [number, number];
  /** Residents of the imported workbook. */
  residents: number;
  /** Villages that are migrated. */
  migrations: number;
  /** Villages that are migrated with a backup of each before. */
  backedUp: number;
}

export const FULL: Scale = {
  turns: 4,
  warmUpMillis: 800,
  pageMillis: 350,
  floorMillis: 200,
  villages: 20,
  signups: 5,
  registers: [10_000, 50_000],
  residents: 10_000,
  migrations: 1000,
  backedUp: 200,
};
export const SHORT: Scale = {
  turns: 1,
  warmUpMillis: 200,
  pageMillis: 250,
  floorMillis: 200,
  villages: 5,
  signups: 2,
  registers: [1_000, 5_000],
  residents: 1000,
  migrations: 50,
  backedUp: 10,
};

const CLIENTS = 8;
const MOST_REQUESTS = 20_000;
const WARM_UP_REQUESTS = 24;
const LIST_MILLIS = 60_000;
const FLOOR_WARM_UPS = 500;

export interface Speed {
  perSecond: number;
  /** Milliseconds with eight clients at once. */
  p50: number;
  p95: number;
  roundTrips: number;
  /** Milliseconds of processor time a request; NaN where the system does not tell. */
  cpu: number;
}

export interface Compared extends Speed {
  floor: Speed;
  /** Requests of the floor that the same seconds would have answered for each one of this. */
  ratio: number;
  /** The same by processor time, which others on the machine do not change. */
  cpuRatio: number;
}

export interface Bench {
  load: LoadMaker;
  port: number;
  scale: Scale;
  floor: Target;
}

/**
 * Measures addresses with the floor in turn: what else the machine does slows both, so that the ratio stays when
 * seconds drift.
 */
export async function compare(bench: Bench, targets: Target[]): Promise<Compared> {
  const { turns, pageMillis, floorMillis } = bench.scale;
  await warmUp(bench, targets);
  const pages: LoadResult[] = [];
  const floors: LoadResult[] = [];
  for (let turn = 0; turn < turns; turn++) {
    floors.push(await play(bench, [bench.floor], floorMillis));
    pages.push(await play(bench, targets, pageMillis));
  }
  const [page, floor] = [speedOf(pages), speedOf(floors)];
  const ratio = floor.perSecond / page.perSecond;
  return { ...page, floor, ratio, cpuRatio: page.cpu / floor.cpu };
}

/** Lets the floor be compiled before the first page is held against it. */
export async function warmUpFloor({ load, port, floor }: Bench): Promise<void> {
  await load.play({ port, targets: [floor], clients: CLIENTS, millis: LIST_MILLIS, most: FLOOR_WARM_UPS });
}

/** A result whose processor time is Balai's, the visitors' taken out. */
async function play({ load, port }: Bench, targets: Target[], millis: number): Promise<LoadResult> {
  const before = readCpuMillis();
  const result = await load.play({ port, targets, clients: CLIENTS, millis, most: MOST_REQUESTS });
  return { ...result, cpuMillis: readCpuMillis() - before - result.cpuMillis };
}

/** Opens each village of the list once, and lets what is hot be compiled. */
async function warmUp({ load, port, scale }: Bench, targets: Target[]): Promise<void> {
  const isList = targets.length > WARM_UP_REQUESTS;
  const most = isList ? targets.length : WARM_UP_REQUESTS;
  const millis = isList ? LIST_MILLIS : scale.warmUpMillis;
  await load.play({ port, targets, clients: CLIENTS, millis, most });
}

function speedOf(turns: LoadResult[]): Speed {
  const latencies = turns.flatMap((each) => each.latencies);
  const total = (of: (turn: LoadResult) => number) => turns.reduce((sum, each) => sum + of(each), 0);
  return {
    perSecond: latencies.length / total((turn) => turn.seconds),
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    roundTrips: quantile(
      turns.flatMap((each) => each.roundTrips),
      0.5,
    ),
    cpu: total((turn) => turn.cpuMillis) / latencies.length,
  };
}
