import { DIRECTORY_OWNER, type KeyDeps } from "#app/platform/keys/keys.ts";
import { rotateAllVillages, rotateVillage } from "#app/platform/keys/rotate-villages.ts";
import { type RotationStart, startRotation } from "#app/platform/keys/start-rotation.ts";
import type { Place } from "#db/place.ts";
import { readArguments } from "./arguments.ts";
import { CommandError, describeVillage, requireVillage, runCommand } from "./command.ts";
import { commandMasterKeys } from "./command-keys.ts";

const USAGE = `Mengganti kunci data. Pekerjaannya dilanjutkan Balai yang berjalan; desa tetap dapat dipakai.
  npm run keys:rotate -- <nama alamat | kode desa | id>
  npm run keys:rotate -- --semua         semua desa
  npm run keys:rotate -- direktori       data operator dan kabupaten, selesai dalam tiga malam`;

const OUTCOMES: Record<RotationStart, string> = {
  started: "penggantian kunci dimulai, selesai dalam sekitar setengah jam",
  running: "penggantian kunci sedang berjalan",
  fresh: "kuncinya belum berumur satu hari, dibiarkan",
  none: "belum ada data yang disegel",
};

const { positionals, values } = readArguments(USAGE, { semua: { type: "boolean" } }, 1);

async function rotateAll(deps: KeyDeps): Promise<boolean> {
  const counts: Record<RotationStart | "failed", number> = {
    started: 0,
    running: 0,
    fresh: 0,
    none: 0,
    failed: 0,
  };
  await rotateAllVillages(deps, (village, result) => {
    counts[result instanceof Error ? "failed" : result]++;
    if (result instanceof Error) console.log(`  ${village.slug}: gagal, ${result.message}`);
  });
  const { started, running, fresh, none, failed } = counts;
  console.log(
    `Dimulai: ${started} desa. Sedang berjalan: ${running}. Kunci masih baru: ${fresh}. Belum ada data: ${none}. Gagal: ${failed}.`,
  );
  return failed === 0;
}

async function rotateOne(place: Place, deps: KeyDeps, name: string | undefined): Promise<boolean> {
  if (name === DIRECTORY_OWNER) {
    console.log(`Direktori: ${OUTCOMES[await startRotation(deps, DIRECTORY_OWNER)]}.`);
    return true;
  }
  const village = await requireVillage(place, name, USAGE);
  console.log(`${describeVillage(village)}: ${OUTCOMES[await rotateVillage(deps, village.id)]}.`);
  return true;
}

await runCommand(async (place) => {
  if (values.semua && positionals.length > 0) throw new CommandError(USAGE);
  const deps = { masterKeys: commandMasterKeys(process.env), directory: place.directory, now: new Date() };
  return values.semua ? rotateAll(deps) : rotateOne(place, deps, positionals[0]);
});
