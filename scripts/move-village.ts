import { findVillage, type VillageRow } from "#db/directory/villages.ts";
import { cancelMove, type Moved, MoveError, moveVillageHome } from "#db/move-village.ts";
import type { Place } from "#db/place.ts";
import { LeaseLostError } from "#db/village-lease.ts";
import { readArguments } from "./arguments.ts";
import { CommandError, describeVillage, requireVillage, runCommand } from "./command.ts";
import { sentenceOf } from "./command-errors.ts";

const USAGE = `Memindahkan basis data satu desa ke rumah data lain. Selama pemindahan desa hanya dapat dibaca.
  npm run village:move -- <desa> --ke <rumah data>   bila terputus, jalankan lagi perintah yang sama
  npm run village:move -- <desa> --batal             membuka lagi desa yang pemindahannya terputus
  npm run village:move -- --daftar                   rumah data yang dikenal, dan di mana letaknya`;

const OPTIONS = { ke: { type: "string" }, batal: { type: "boolean" }, daftar: { type: "boolean" } } as const;
const { positionals, values } = readArguments(USAGE, OPTIONS, 1);

async function move(place: Place, village: VillageRow, to: string): Promise<Moved> {
  try {
    return await moveVillageHome(place, village.id, to, () => new Date());
  } catch (error) {
    if (error instanceof MoveError) throw new CommandError(`Tidak ada yang diubah: ${error.message}.`);
    if (error instanceof LeaseLostError)
      throw new CommandError(
        "Proses lain sudah mengambil alih pemindahan ini. Lihat hasilnya dengan --daftar.",
      );
    console.error(sentenceOf(error) ?? error);
    throw new CommandError(await whereItIs(place, village, to));
  }
}

/** After an error nobody knows how far the last write went; the directory does. */
async function whereItIs(place: Place, village: VillageRow, to: string): Promise<string> {
  const now = await findVillage(place.directory, village.id);
  if (now?.home === to) return `${describeVillage(village)} sudah berada di ${to}; pemindahannya selesai.`;
  if (!now?.movingTo)
    return `${describeVillage(village)} tidak jadi dipindahkan dan dapat diubah seperti semula.`;
  return `${describeVillage(village)} masih hanya dapat dibaca. Jalankan lagi perintah ini sesudah satu menit, atau: npm run village:move -- ${village.slug} --batal`;
}

async function cancel(place: Place, village: VillageRow): Promise<void> {
  try {
    await cancelMove(place, village.id, () => new Date());
  } catch (error) {
    throw error instanceof MoveError ? new CommandError(`Tidak ada yang diubah: ${error.message}.`) : error;
  }
  console.log(`${describeVillage(village)} dapat diubah lagi; pemindahannya dibatalkan.`);
}

function listHomes(place: Place): void {
  for (const { name, kind, region } of place.homes.all)
    console.log(`${name}  ${kind}  ${region.name}, ${region.country}`);
}

await runCommand(async (place) => {
  if (values.daftar) {
    listHomes(place);
    return true;
  }
  const village = await requireVillage(place, positionals[0], USAGE);
  if (values.batal) {
    await cancel(place, village);
    return true;
  }
  if (!values.ke) throw new CommandError(USAGE);
  const { home, previous, rows, readOnlyMillis } = await move(place, village, values.ke);
  console.log(`${describeVillage(village)} sekarang di ${home}: ${rows} baris, sama dengan asalnya.`);
  console.log(
    `Desa hanya dapat dibaca selama ${(readOnlyMillis / 1000).toFixed(1).replace(".", ",")} detik.`,
  );
  console.log(`Basis data lama tersimpan beku: ${previous.database} di ${previous.home}.`);
  return true;
});
