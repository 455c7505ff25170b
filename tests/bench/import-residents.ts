import { BrowserlessClient } from "#tests/support/client.ts";
import { openSidPeople, openSidWorkbook } from "#tests/support/opensid-workbook.ts";
import type { BenchVillage, Site } from "./site.ts";
import { markdownTable, short } from "./table.ts";

const BASE = "/kantor/penduduk/impor";
const LOOK_MILLIS = 200;
const PATIENCE_MILLIS = 600_000;

/** Prints how many residents of an OpenSID workbook a second are checked, and brought into the register, by the job. */
export async function printImport(site: Site, village: BenchVillage, residents: number): Promise<void> {
  const { port } = site.balai;
  const head = clientOf(port, village.host, village.kades);
  await head.submit("/kantor/data-pribadi/perjanjian", { setuju: "on" });
  const kasi = clientOf(port, village.host, village.kasi);
  const berkas = new File([openSidWorkbook(openSidPeople(residents))], "penduduk.xlsx");
  const began = performance.now();
  const sent = await kasi.submit(BASE, { tanggal: new Date().toISOString().slice(0, 10), berkas });
  const here = sent.headers.location?.split("?")[0] ?? "";
  if (!here.startsWith(BASE)) throw new Error(`the import answered ${sent.status}`);
  await until(kasi, here, "Selesai diperiksa");
  const checked = performance.now();
  await kasi.submit(here, {});
  await until(kasi, here, "Sudah dimasukkan");
  const applied = performance.now();
  const rate = (millis: number) => short((residents * 1000) / millis);
  console.log(`\n## Import of ${residents} residents\n`);
  console.log(
    markdownTable(
      ["what", "rows a second"],
      [
        ["sent, read, sealed and checked", rate(checked - began)],
        ["brought into the register", rate(applied - checked)],
      ],
    ),
  );
}

function clientOf(port: number, host: string, { cookie = "" }: Record<string, string>): BrowserlessClient {
  const client = new BrowserlessClient(port, host);
  for (const pair of cookie.split("; ")) {
    const [name = "", ...value] = pair.split("=");
    client.cookies.set(name, value.join("="));
  }
  return client;
}

async function until(client: BrowserlessClient, path: string, words: string): Promise<void> {
  const end = performance.now() + PATIENCE_MILLIS;
  while (performance.now() < end) {
    const { text } = await client.get(path);
    if (text.includes(words)) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLIS));
  }
  throw new Error(`never "${words}"`);
}
