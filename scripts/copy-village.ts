import { parseArgs } from "node:util";
import { copyVillage } from "#db/copy.ts";
import { saveVillageFile } from "#db/local/village-file.ts";
import { describeVillage, requireVillage, runCommand } from "./command.ts";

const USAGE = `Menyalin basis data satu desa tanpa menghentikannya.
  node scripts/copy-village.ts <nama alamat | kode desa | id>                   salinan di server basis data
  node scripts/copy-village.ts <nama alamat | kode desa | id> --berkas desa.db  salinan ke berkas SQLite`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { berkas: { type: "string" } },
});

await runCommand(async (place) => {
  const village = await requireVillage(place, positionals[0], USAGE);
  if (values.berkas) {
    await saveVillageFile(place, village, values.berkas, new Date());
    console.log(`${describeVillage(village)} tersalin ke berkas ${values.berkas}`);
    console.log(`Pulihkan dengan: node scripts/restore-village.ts ${village.slug} --berkas ${values.berkas}`);
    return true;
  }
  const copy = await copyVillage(place, village, new Date());
  console.log(`${describeVillage(village)} tersalin ke ${copy}`);
  console.log(`Pulihkan dengan: node scripts/restore-village.ts ${village.slug} --dari ${copy}`);
  return true;
});
