import { setTimeout as pause } from "node:timers/promises";
import { dueHandlers } from "#app/registry.server.ts";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import type { Vault } from "#db/backup/vault.ts";
import { registerMissingDue } from "#db/directory/villages.ts";
import { type MigrateReport, migrateAllVillages, type VillageResult } from "#db/migrate-all.ts";
import { setCanary } from "#db/migration-runs.ts";
import type { Place } from "#db/place.ts";
import { readArguments } from "./arguments.ts";
import { CommandError, describeVillage, requireVillage, runCommand } from "./command.ts";
import { openCommandVault } from "./command-vault.ts";
import { describeHeld, describeReport, describeState } from "./migrate-words.ts";

const USAGE = `Memperbarui skema direktori, perbandingan, dan semua desa. Boleh dihentikan dan dijalankan lagi.
  npm run migrate -- [--serentak 4] [--paling-banyak 100000] [--tanpa-cadangan]
  npm run migrate -- --laporan                  keadaan terakhir, tanpa mengubah apa pun
  npm run migrate -- --jadikan-kenari <desa>    desa ini diperbarui lebih dahulu; bila gagal, desa lain tidak disentuh
  npm run migrate -- --lepas-kenari <desa>`;

const PROGRESS_EVERY = 10;

const OPTIONS = {
  serentak: { type: "string" },
  "paling-banyak": { type: "string" },
  "tanpa-cadangan": { type: "boolean" },
  laporan: { type: "boolean" },
  "jadikan-kenari": { type: "string" },
  "lepas-kenari": { type: "string" },
} as const;
const { values } = readArguments(USAGE, OPTIONS, 0);

function readCount(text: string | undefined, usual: number): number {
  const count = Number(text ?? usual);
  if (!Number.isInteger(count) || count < 1) throw new CommandError(USAGE);
  return count;
}

async function changeCanary(place: Place, name: string, isCanary: boolean): Promise<void> {
  const village = await requireVillage(place, name, USAGE);
  await setCanary(place.directory, village.id, isCanary);
  console.log(`${describeVillage(village)} ${isCanary ? "sekarang desa kenari" : "bukan lagi desa kenari"}.`);
}

async function migrateAll(place: Place, vault: Vault | undefined): Promise<MigrateReport> {
  const concurrency = readCount(values.serentak, 4);
  const limit = readCount(values["paling-banyak"], 100_000);
  let done = 0;
  const onResult = ({ slug }: { slug: string }, result: VillageResult) => {
    if (result instanceof Error) console.log(`  ${slug}: gagal, ${result.message}`);
    if (result === "busy") console.log(`  ${slug}: sedang dikerjakan proses lain`);
    if (++done % PROGRESS_EVERY === 0) console.log(`  ${done} desa selesai dikerjakan ...`);
  };
  const wait = async (millis: number) => {
    console.log(`  Menunggu ${millis / 1000} detik: beberapa desa masih dipegang proses lain ...`);
    await pause(millis);
  };
  const now = () => new Date();
  return migrateAllVillages(place, now, { concurrency, limit, vault, onResult, pause: wait });
}

await runCommand(async (place, opened) => {
  const { laporan, "jadikan-kenari": joining, "lepas-kenari": leaving } = values;
  if (joining) await changeCanary(place, joining, true);
  if (leaving) await changeCanary(place, leaving, false);
  if (laporan) console.log(await describeState(place.directory));
  if (joining || leaving || laporan) return true;
  const backup = values["tanpa-cadangan"] ? null : await openCommandVault(place, opened, process.env);
  if (!backup) console.log("Tanpa cadangan sebelum pembaruan.");
  try {
    await provisionSharedDatabases(place.home, new Date());
    const report = await migrateAll(place, backup?.vault);
    const kinds = dueHandlers.map((handler) => handler.kind);
    await registerMissingDue(place.directory, kinds, new Date());
    if (report.target.held) console.log(describeHeld(report.target.held));
    console.log(describeReport(report));
    return report.failed.length === 0 && report.stoppedBecause === null;
  } finally {
    await backup?.close();
  }
});
