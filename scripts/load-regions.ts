import { getDistricts, getProvinces, getRegencies, getVillages } from "idn-area-data";
import { loadRegions, type OfficialRegion } from "#db/directory/regions-load.ts";
import { readArguments } from "./arguments.ts";
import { CommandError, runCommand } from "./command.ts";

/** The official list of the npm package idn-area-data (data under ODbL), provinces first. */
export async function readOfficialRegions(): Promise<OfficialRegion[]> {
  const levels = await Promise.all([getProvinces(), getRegencies(), getDistricts(), getVillages()]);
  // The reader makes a row without a code of each file's last line end.
  return levels.flat().flatMap(({ code, name }) => (code ? [{ code, name }] : []));
}

const USAGE = `Memuat daftar wilayah resmi ke direktori, atau memperbaruinya; yang tidak berubah tidak ditulis.
  npm run regions -- [--paling-banyak-dicabut 0.2]`;

async function main(): Promise<void> {
  const { values } = readArguments(USAGE, { "paling-banyak-dicabut": { type: "string" } }, 0);
  const given = values["paling-banyak-dicabut"];
  const share = given === undefined ? undefined : Number(given);
  await runCommand(async (place) => {
    if (share !== undefined && !(share >= 0 && share <= 1)) throw new CommandError(USAGE);
    const list = await readOfficialRegions();
    const report = await loadRegions(place.directory, list, { now: new Date(), maxRetiredShare: share });
    const { inserted, updated, retired, unchanged } = report;
    console.log(`Baru ${inserted}, berubah ${updated}, dicabut ${retired}, tetap ${unchanged}.`);
    return true;
  });
}

if (import.meta.filename === process.argv[1]) await main();
