import { writeSync } from "node:fs";
import { SEALED_EXPORT } from "#app/platform/export/export-rules.ts";
import { exportVillage } from "#db/export/export-village.ts";
import { readArguments } from "./arguments.ts";
import { CommandError, describeVillage, requireVillage, runCommand } from "./command.ts";
import { openCommandVault } from "./command-vault.ts";
import { requireNewFile, writeNewFile } from "./new-file.ts";

const USAGE = `Menulis basis data dan berkas satu desa ke satu berkas zip. Nilai yang tersegel tetap tersegel;
ekspor yang terbuka dibuat Kepala Desa di kantor desanya.
  npm run village:export -- <nama alamat | kode desa | id> [--ke desa.zip]`;

const { positionals, values } = readArguments(USAGE, { ke: { type: "string" } }, 1);

await runCommand(async (place, opened) => {
  const village = await requireVillage(place, positionals[0], USAGE);
  const now = new Date();
  const path = values.ke ?? `${village.slug}-${now.toISOString().slice(0, 10)}.zip`;
  requireNewFile(path, "--ke");
  const backup = await openCommandVault(place, opened, process.env);
  if (!backup) throw new CommandError("Tentukan BACKUP_KEY dan FILES_S3_*, sama seperti yang dipakai Balai.");
  try {
    await writeNewFile(path, async (file) => {
      const task = { place, village, files: backup.vault.files, rules: SEALED_EXPORT, now };
      const { rows, files, missing } = await exportVillage(task, (chunk) => void writeSync(file, chunk));
      const lost = missing > 0 ? `, ${missing} berkas tidak ditemukan` : "";
      console.log(`${rows} baris, ${files} berkas${lost}.`);
    });
  } finally {
    await backup.close();
  }
  console.log(
    `${describeVillage(village)} terekspor ke ${path}. Berkas ini memuat data pribadi; simpan terkunci.`,
  );
  return true;
});
