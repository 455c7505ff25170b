import { parseArgs } from "node:util";
import type { VillageRow } from "#db/directory/villages.ts";
import { thawDatabase } from "#db/freeze.ts";
import { loadVillageFile } from "#db/local/village-file.ts";
import { type Place, placeOf } from "#db/place.ts";
import { adoptDatabase, type Restored, RestoreError, restoreVillage } from "#db/restore.ts";
import { CommandError, describeVillage, requireVillage, runCommand } from "./command.ts";

const USAGE = `Mengembalikan satu desa ke keadaan salinannya. Data sesudah salinan itu tidak tampil lagi, tetapi tetap tersimpan.
  node scripts/restore-village.ts <desa> --dari <nama salinan>
  node scripts/restore-village.ts <desa> --berkas desa.db
  node scripts/restore-village.ts <desa> --batal          membuka lagi desa yang pemulihannya terputus`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { dari: { type: "string" }, berkas: { type: "string" }, batal: { type: "boolean" } },
});

async function restore(place: Place, village: VillageRow): Promise<Restored> {
  const now = new Date();
  try {
    if (values.dari) return await restoreVillage(place, village, values.dari, now);
    if (!values.berkas) throw new CommandError(USAGE);
    return await adoptDatabase(
      place,
      village,
      await loadVillageFile(place, village, values.berkas, now),
      now,
    );
  } catch (error) {
    if (error instanceof RestoreError) throw new CommandError(`Tidak ada yang diubah: ${error.message}.`);
    throw error;
  }
}

await runCommand(async (place) => {
  const village = await requireVillage(place, positionals[0], USAGE);
  if (values.batal) {
    await thawDatabase(placeOf(place, village).home, village.database);
    console.log(`${describeVillage(village)} dapat dipakai lagi; pemulihannya dibatalkan.`);
    return true;
  }
  const { database, previous } = await restore(place, village);
  console.log(`${describeVillage(village)} sekarang memakai ${database}, dalam satu menit di semua tempat.`);
  console.log(`Keadaan sebelumnya tersimpan beku di ${previous}. Bila perlu kembali:`);
  console.log(`  node scripts/restore-village.ts ${village.slug} --dari ${previous}`);
  return true;
});
