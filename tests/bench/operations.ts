import { sql } from "drizzle-orm";
import { openPlace } from "#db/place.ts";
import { BrowserlessClient, sendRequest } from "#tests/support/client.ts";
import { quantile } from "./load.ts";
import type { Scale } from "./measure.ts";
import { BENCH_PASSWORD, type Site } from "./site.ts";
import { markdownTable, short } from "./table.ts";

const SWEEP = "*/5 * * * *";

/** Prints how long a sign-up takes. */
export async function printOperations(scale: Scale, site: Site): Promise<void> {
  const signups = await timeSignups(site, scale.signups);
  const rows = [
    [`sign-up to ready, median of ${scale.signups}, in ms`, short(quantile(signups, 0.5))],
    ["sign-up to ready, slowest, in ms", short(quantile(signups, 1))],
  ];
  console.log("\n## Work\n");
  console.log(markdownTable(["what", "figure"], rows));
}

/** Milliseconds from `POST /daftar` until the new village's sign-in page answers, one sign-up after the other. */
async function timeSignups({ balai }: Site, count: number): Promise<number[]> {
  const { directory } = openPlace(balai.home);
  const free = await directory.all<{ code: string }>(
    sql`SELECT code FROM regions WHERE level = 4 AND kind = 'desa' ORDER BY number LIMIT ${count}`,
  );
  const times: number[] = [];
  for (const [index, { code }] of free.entries()) {
    const begin = performance.now();
    await signUp(balai, code, index);
    times.push(performance.now() - begin);
  }
  return times;
}

async function signUp({ port, baseHost }: Site["balai"], code: string, index: number): Promise<void> {
  const portal = new BrowserlessClient(port, baseHost);
  const answer = await portal.post("/daftar", {
    kode_desa: code,
    subdomain: `daftar-${index}`,
    nama: "Lalu Ahmad Wirya",
    jabatan: "kasi-pemerintahan",
    telepon: `08120000${String(1000 + index)}`,
    kata_sandi: BENCH_PASSWORD,
  });
  if (answer.status !== 303) throw new Error(`POST /daftar answered ${answer.status}`);
  const ready = await sendRequest(port, `daftar-${index}.${baseHost}`, "/masuk");
  if (ready.status !== 200) throw new Error(`/masuk of a new village answered ${ready.status}`);
}

/** Milliseconds of each of `times` sweeps. */
export async function timeSweeps({ balai }: Site, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const begin = performance.now();
    await balai.fireCron(SWEEP);
    taken.push(performance.now() - begin);
  }
  return taken;
}
