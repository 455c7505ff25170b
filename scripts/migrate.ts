import { parseArgs } from "node:util";
import { dueHandlers } from "#app/registry.server.ts";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { registerMissingDue } from "#db/directory/villages.ts";
import { migrateAllVillages } from "#db/migrate-all.ts";
import { CommandError, runCommand } from "./command.ts";

const USAGE = `Memperbarui skema direktori, perbandingan, dan semua desa. Boleh dihentikan dan dijalankan lagi.
  npm run migrate -- [--serentak 4] [--paling-banyak 100000]`;

const { values } = parseArgs({
  options: { serentak: { type: "string" }, "paling-banyak": { type: "string" } },
});

function readCount(text: string | undefined, usual: number): number {
  const count = Number(text ?? usual);
  if (!Number.isInteger(count) || count < 1) throw new CommandError(USAGE);
  return count;
}

await runCommand(async (place) => {
  const concurrency = readCount(values.serentak, 4);
  const limit = readCount(values["paling-banyak"], 100_000);
  await provisionSharedDatabases(place.home, new Date());
  const { migrated, busy, failed } = await migrateAllVillages(place, () => new Date(), {
    concurrency,
    limit,
    onResult: (village, result) => {
      if (result instanceof Error) console.log(`  ${village.slug}: gagal, ${result.message}`);
    },
  });
  const kinds = dueHandlers.map((handler) => handler.kind);
  await registerMissingDue(place.directory, kinds, new Date());
  console.log(
    `Diperbarui: ${migrated} desa. Sedang dikerjakan proses lain: ${busy}. Gagal: ${failed.length}.`,
  );
  return failed.length === 0;
});
