import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { createS3Store, readS3Settings } from "#app/platform/files/s3-store.ts";
import { BACKUPS_PREFIX } from "#db/backup/object-keys.ts";
import type { NamespaceHome } from "#db/homes/home.ts";
import { createProvisioner } from "#db/homes/homes.ts";
import { DIRECTORY_DATABASE } from "#db/names.ts";
import { type Settings, SettingsError } from "./settings.ts";

/**
 * Refuses to make a new directory where the file store still holds what an earlier one kept: villages would be gone from
 * sight, and the empty directory would be the newest that a restore finds.
 * @throws SettingsError with what to do
 */
export async function refuseLostDirectory(
  home: NamespaceHome,
  settings: Pick<Settings, "dataDir" | "vars">,
): Promise<void> {
  if (await createProvisioner(home).hasDatabase(DIRECTORY_DATABASE)) return;
  if (!(await hasStored(settings))) return;
  throw new SettingsError(
    "Direktori tidak ada, padahal penyimpanan berkas masih memuat data Balai. Pulihkan dahulu: npm run directory:restore. Bila memang ingin mulai dari awal, pilih DATA_DIR dan penyimpanan yang kosong.",
  );
}

async function hasStored({ dataDir, vars }: Pick<Settings, "dataDir" | "vars">): Promise<boolean> {
  const named = readS3Settings(vars);
  if (named && named !== "incomplete") {
    const { files } = await createS3Store(named, () => new Date()).list(BACKUPS_PREFIX);
    return files.length > 0;
  }
  // As Miniflare lays it out: a folder a bucket, a file an object.
  const buckets = join(resolve(dataDir), "store/r2");
  return namesIn(buckets).some((bucket) => namesIn(join(buckets, bucket, "blobs")).length > 0);
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
