import { copyVillage } from "#db/copy.ts";
import { saveVillageFile } from "#db/local/village-file.ts";
import { readArguments } from "./arguments.ts";
import { describeVillage, requireVillage, runCommand } from "./command.ts";
import { requireNewFile } from "./new-file.ts";

const USAGE = `Menyalin basis data satu desa tanpa menghentikannya.
  npm run village:copy -- <nama alamat | kode desa | id>                   salinan di server basis data
  npm run village:copy -- <nama alamat | kode desa | id> --berkas desa.db  salinan ke berkas SQLite`;

const { positionals, values } = readArguments(USAGE, { berkas: { type: "string" } }, 1);

await runCommand(async (place) => {
  const village = await requireVillage(place, positionals[0], USAGE);
  if (values.berkas) {
    requireNewFile(values.berkas, "--berkas");
    await saveVillageFile(place, village, values.berkas, new Date());
    console.log(`${describeVillage(village)} tersalin ke berkas ${values.berkas}`);
    console.log(`Pulihkan dengan: npm run village:restore -- ${village.slug} --berkas ${values.berkas}`);
    return true;
  }
  const copy = await copyVillage(place, village, new Date());
  console.log(`${describeVillage(village)} tersalin ke ${copy}`);
  console.log(`Pulihkan dengan: npm run village:restore -- ${village.slug} --dari ${copy}`);
  return true;
});
