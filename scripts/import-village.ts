import { existsSync, readFileSync } from "node:fs";
import { ExportArchive, ImportError } from "#app/platform/export/export-archive.ts";
import { importVillage } from "#app/platform/export/import-village.server.ts";
import { createKeys } from "#app/platform/keys/keys.ts";
import { sealedFields } from "#app/registry.server.ts";
import { readArguments } from "./arguments.ts";
import { CommandError, describeVillage, requireVillage, runCommand } from "./command.ts";
import { commandMasterKeys } from "./command-keys.ts";
import { openCommandVault } from "./command-vault.ts";

const USAGE = `Memasukkan ekspor lengkap ke desa yang masih kosong dan kodenya sama. Ekspornya dibuka dahulu dengan
npm run export:open. Kata sandi tidak ikut: Kepala Desa masuk lagi lewat kode pemulihan dari pengelola.
  npm run village:import -- <nama alamat | kode desa | id> --dari desa.zip`;

const { positionals, values } = readArguments(USAGE, { dari: { type: "string" } }, 1);

await runCommand(
  async (place, opened) => {
    const village = await requireVillage(place, positionals[0], USAGE);
    if (!values.dari) throw new CommandError(USAGE);
    if (!existsSync(values.dari)) throw new CommandError(`${values.dari} tidak ada.`);
    const now = new Date();
    const masterKeys = commandMasterKeys(process.env);
    const backup = await openCommandVault(place, opened, process.env);
    if (!backup)
      throw new CommandError("Tentukan BACKUP_KEY dan FILES_S3_*, sama seperti yang dipakai Balai.");
    try {
      const { rows, files, leftOut } = await importVillage({
        ...{ place, village, now, fields: sealedFields, askedBy: "operator, lewat perintah" },
        clock: () => new Date(),
        vault: backup.vault,
        files: backup.vault.files,
        archive: new ExportArchive(readFileSync(values.dari)),
        keys: createKeys({ masterKeys, directory: place.directory, now }, village.id),
      });
      const secrets = leftOut > 0 ? `, ${leftOut} baris rahasia tidak ikut` : "";
      console.log(`${rows} baris, ${files} berkas${secrets}.`);
    } catch (error) {
      if (error instanceof ImportError) throw new CommandError(`Tidak dimasukkan: ${error.message}.`);
      throw error;
    } finally {
      await backup.close();
    }
    console.log(`${describeVillage(village)} berisi data dari ${values.dari}.`);
    return true;
  },
  { ships: true },
);
