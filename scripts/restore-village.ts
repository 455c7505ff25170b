import { existsSync } from "node:fs";
import { cancelRestore } from "#app/platform/backup/order-restore.server.ts";
import { listRestorePoints } from "#app/platform/backup/restore-points.server.ts";
import { restoreRules } from "#app/registry.server.ts";
import type { Vault } from "#db/backup/vault.ts";
import { isFault } from "#db/backup/verify-backup.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import { loadVillageFile } from "#db/local/village-file.ts";
import type { Place } from "#db/place.ts";
import { callOffRestore } from "#db/restore/call-off-restore.ts";
import { RestoreError, VillageBusyError } from "#db/restore/restore-error.ts";
import { findBackup, type RestoreSource } from "#db/restore/restore-source.ts";
import { restoreVillage } from "#db/restore/restore-village.ts";
import { readArguments } from "./arguments.ts";
import { CommandError, describeVillage, requireVillage, runCommand } from "./command.ts";
import { openCommandVault } from "./command-vault.ts";
import { describePoints, describeRestore, readMoment } from "./restore-words.ts";

const USAGE = `Mengembalikan satu desa ke keadaan terdahulu. Data sesudahnya tidak tampil lagi, tetapi tetap tersimpan.
  npm run village:restore -- <desa> --daftar                     apa saja yang dapat dipulihkan
  npm run village:restore -- <desa> --pada "2026-11-23 14:05"    keadaan pada menit itu, menurut waktu desa
  npm run village:restore -- <desa> --cadangan <id>              cadangan malam atau cadangan lain
  npm run village:restore -- <desa> --dari <nama salinan>
  npm run village:restore -- <desa> --berkas desa.db
  npm run village:restore -- <desa> --batal                      membuka lagi desa yang pemulihannya terputus
  --tanpa-cadangan: tidak membuat cadangan sebelum pemulihan`;

const OPTIONS = {
  daftar: { type: "boolean" },
  pada: { type: "string" },
  cadangan: { type: "string" },
  dari: { type: "string" },
  berkas: { type: "string" },
  batal: { type: "boolean" },
  "tanpa-cadangan": { type: "boolean" },
} as const;
const { positionals, values } = readArguments(USAGE, OPTIONS, 1);

async function readSource(place: Place, village: VillageRow): Promise<RestoreSource> {
  const given = [values.pada, values.cadangan, values.dari, values.berkas].filter(Boolean);
  if (given.length !== 1) throw new CommandError(USAGE);
  if (values.pada) return { kind: "moment", at: readMoment(values.pada, village.timeZone) };
  if (values.dari) return { kind: "copy", database: values.dari };
  if (values.cadangan) {
    const backup = await findBackup(place.directory, values.cadangan);
    if (!backup) throw new CommandError(`Tidak ada cadangan ${values.cadangan}. Lihat --daftar.`);
    return { kind: "backup", backup };
  }
  const path = values.berkas ?? "";
  if (!existsSync(path)) throw new CommandError(`${path} tidak ada.`);
  const load = (database: string) => loadVillageFile(place, village, path, database);
  return { kind: "load", name: `berkas ${path}`, at: new Date(), load };
}

async function restore(place: Place, village: VillageRow, vault: Vault | undefined): Promise<void> {
  const clock = () => new Date();
  const deps = { place, vault, rules: restoreRules, now: new Date(), clock };
  const task = {
    source: await readSource(place, village),
    askedBy: "operator, lewat perintah",
    skipsBackup: values["tanpa-cadangan"],
  };
  try {
    const proof = await restoreVillage(deps, village.id, task);
    console.log(describeRestore(village, proof));
  } catch (error) {
    if (error instanceof VillageBusyError) throw error;
    if (error instanceof RestoreError) throw new CommandError(`Tidak ada yang diubah: ${error.message}.`);
    if (/^SQLITE_(NOTADB|CORRUPT)$/.test(String((error as { code?: unknown }).code)))
      throw new CommandError("Tidak ada yang diubah: berkas itu bukan basis data SQLite yang utuh.");
    if (isFault(error))
      throw new CommandError(`Tidak ada yang diubah: cadangan itu tidak utuh (${(error as Error).message}).`);
    throw error;
  }
}

await runCommand(
  async (place, opened) => {
    const village = await requireVillage(place, positionals[0], USAGE);
    if (values.batal) {
      await callOffRestore(place, village.id, new Date());
      await cancelRestore(place.directory, village.id, new Date());
      console.log(`${describeVillage(village)} dapat dipakai lagi; pemulihannya dibatalkan.`);
      return true;
    }
    const needsStore = !values["tanpa-cadangan"] || values.cadangan || values.daftar || values.pada;
    const backup = needsStore ? await openCommandVault(place, opened, process.env) : null;
    try {
      const vault = backup?.vault;
      if (values.daftar) {
        const ctx = { directory: place.directory, homes: place.homes, vault };
        console.log(describePoints(village, await listRestorePoints(ctx, village)));
      } else await restore(place, village, vault);
    } finally {
      await backup?.close();
    }
    return true;
  },
  { ships: true },
);
