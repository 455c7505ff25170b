import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { restoreRules } from "#app/registry.server.ts";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { countForgottenVillages, noteStoredBackups } from "#db/backup/stored-backups.ts";
import type { Vault } from "#db/backup/vault.ts";
import { DIRECTORY_DATABASE } from "#db/names.ts";
import { restoreLostVillages, restoreShared, type VillageFound } from "#db/restore/restore-directory.ts";
import { RestoreError } from "#db/restore/restore-error.ts";
import { readArguments } from "./arguments.ts";
import { CommandError, describeVillage, runCommand } from "./command.ts";
import { dataDirOf } from "./command-keys.ts";
import { openCommandVault } from "./command-vault.ts";

const USAGE = `Mengembalikan direktori dan perbandingan yang hilang dari cadangan, lalu setiap desa yang basis datanya hilang.
Yang masih ada tidak disentuh. Hentikan Balai dahulu. Perlu: penyimpanan berkas dan secrets.json (atau MASTER_KEYS dan BACKUP_KEY).
  npm run directory:restore                                yang terbaru
  npm run directory:restore -- --pada 2026-11-23T06:05Z    direktori pada menit itu (UTC), dari catatan per menit
  npm run directory:restore -- --tanpa-desa                hanya direktori dan perbandingan`;

const { values } = readArguments(USAGE, { pada: { type: "string" }, "tanpa-desa": { type: "boolean" } }, 0);

function readAt(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(text) || Number.isNaN(at.getTime())) throw new CommandError(USAGE);
  return at;
}

/** A machine that lost its databases has the store and the secrets left. */
function prepareDataDirectory(env: NodeJS.ProcessEnv): void {
  const dataDir = dataDirOf(env);
  if (!env.LIBSQL_URL && existsSync(join(dataDir, "secrets.json")))
    mkdirSync(join(dataDir, "dbs"), { recursive: true, mode: 0o700 });
}

async function restoreAll(vault: Vault): Promise<boolean> {
  const now = new Date();
  const restored = await restoreShared(vault, now, readAt(values.pada));
  for (const { owner, restoredTo, source } of restored)
    console.log(
      `${owner} kembali ke keadaan ${restoredTo.toISOString()} dari ${source === "log" ? "catatan per menit" : "cadangan"}.`,
    );
  if (restored.length === 0) console.log("Direktori dan perbandingan masih ada dan tidak disentuh.");
  await provisionSharedDatabases(vault.place.home, now);
  const forgotten = await countForgottenVillages(vault);
  if (forgotten > 0) throw new CommandError(describeForgotten(forgotten));
  await noteStoredBackups(vault);
  if (values["tanpa-desa"]) return true;
  let isWhole = true;
  const deps = { place: vault.place, vault, rules: restoreRules, now, clock: () => new Date() };
  for await (const found of restoreLostVillages(deps, "operator, lewat perintah")) {
    if (found.state === "lost" || found.state === "newer") isWhole = false;
    if (found.state !== "there") console.log(`  ${describeVillage(found.village)}: ${describe(found)}`);
  }
  return isWhole;
}

function describeForgotten(count: number): string {
  return `Direktori ini tidak memuat satu desa pun, padahal ada cadangan ${count} desa: Balai rupanya sudah dimulai dengan direktori baru sesudah yang lama hilang.
Pindahkan berkas-berkas di DATA_DIR/dbs ke tempat lain, lalu pulihkan ke menit sebelum itu (UTC): npm run directory:restore -- --pada 2026-11-23T06:05Z`;
}

function describe({ state, proof, error, village }: VillageFound): string {
  if (state === "restored") return `kembali ke keadaan ${proof?.restoredTo}`;
  if (state === "lost") return `TIDAK dapat dipulihkan, ${error}`;
  return `direktori menunjuk ${village.database}, padahal ada basis data yang lebih baru; lihat village:restore --daftar`;
}

prepareDataDirectory(process.env);
await runCommand(
  async (place, opened) => {
    const isRunning = !process.env.LIBSQL_URL && !opened.server;
    if (isRunning)
      throw new CommandError("Hentikan Balai dahulu: direktori yang hilang tidak boleh sedang dipakai.");
    const backup = await openCommandVault(place, opened, process.env);
    if (!backup) throw new CommandError("Tentukan BACKUP_KEY, sama seperti yang dipakai Balai.");
    try {
      return await restoreAll(backup.vault);
    } catch (error) {
      if (error instanceof RestoreError)
        throw new CommandError(`${DIRECTORY_DATABASE} belum kembali: ${error.message}.`);
      throw error;
    } finally {
      await backup.close();
    }
  },
  { ships: true },
);
