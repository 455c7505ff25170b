import { verifyVillage } from "#db/directory/villages.ts";
import { readArguments } from "./arguments.ts";
import { describeVillage, requireVillage, runCommand } from "./command.ts";

const USAGE = `Menandai desa sebagai terverifikasi: halamannya tampil untuk umum.
  npm run village:verify -- <nama alamat | kode desa | id>`;

const { positionals } = readArguments(USAGE, {}, 1);

await runCommand(async (place) => {
  const village = await requireVillage(place, positionals[0], USAGE);
  const isNew = await verifyVillage(place.directory, village.id, new Date());
  const outcome = isNew
    ? "sekarang terverifikasi. Halaman umumnya tampil dalam satu menit."
    : `sudah terverifikasi sejak ${village.verifiedAt}.`;
  console.log(`${describeVillage(village)} ${outcome}`);
  return true;
});
