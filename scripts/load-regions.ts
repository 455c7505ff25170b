import { parseArgs } from "node:util";
import { createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { getDistricts, getProvinces, getRegencies, getVillages } from "idn-area-data";
import { loadRegions, type OfficialRegion } from "#db/directory/regions-load.ts";
import { type DirectoryDb, openDirectory } from "#db/open.ts";
import { openHome } from "./command.ts";

interface OpenDirectory {
  db: DirectoryDb;
  close(): Promise<void>;
}

/** The official list of the npm package idn-area-data (data under ODbL), provinces first. */
export async function readOfficialRegions(): Promise<OfficialRegion[]> {
  const levels = await Promise.all([getProvinces(), getRegencies(), getDistricts(), getVillages()]);
  // The reader makes a row without a code of each file's last line end.
  return levels.flat().flatMap(({ code, name }) => (code ? [{ code, name }] : []));
}

const USAGE = `Loads the official regions into the directory, or refreshes them; nothing is written where nothing changed.
  node scripts/load-regions.ts [--max-retired 0.2]     into LIBSQL_URL, else what serves DATA_DIR
  node scripts/load-regions.ts --file directory.db [--max-retired 0.2]`;

async function openTarget(file: string | undefined): Promise<OpenDirectory> {
  if (file) {
    const client = createClient({ url: `file:${file}` });
    return { db: drizzle(client) as unknown as DirectoryDb, close: async () => client.close() };
  }
  const { home, close } = await openHome(process.env);
  return { db: openDirectory(home), close };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { file: { type: "string" }, "max-retired": { type: "string" } } });
  const share = values["max-retired"] === undefined ? undefined : Number(values["max-retired"]);
  if (share !== undefined && !(share >= 0 && share <= 1)) throw new Error(USAGE);
  const directory = await openTarget(values.file);
  try {
    const list = await readOfficialRegions();
    const report = await loadRegions(directory.db, list, { now: new Date(), maxRetiredShare: share });
    console.log(JSON.stringify(report));
  } finally {
    await directory.close();
  }
}

if (import.meta.filename === process.argv[1]) await main();
