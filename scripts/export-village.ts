import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { exportVillage } from "#db/export.ts";
import { CommandError, describeVillage, requireVillage, runCommand } from "./command.ts";

const USAGE = `Menulis seluruh isi basis data satu desa ke satu berkas zip.
  node scripts/export-village.ts <nama alamat | kode desa | id> [--ke desa.zip]`;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { ke: { type: "string" } } });

await runCommand(async (place) => {
  const village = await requireVillage(place, positionals[0], USAGE);
  const now = new Date();
  const path = values.ke ?? `${village.slug}-${now.toISOString().slice(0, 10)}.zip`;
  if (existsSync(path)) throw new CommandError(`${path} sudah ada. Pilih nama lain dengan --ke.`);
  const unfinished = `${path}.belum-selesai`;
  const file = openSync(unfinished, "w", 0o600);
  try {
    await exportVillage(place, village, now, (chunk) => void writeSync(file, chunk));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
  console.log(
    `${describeVillage(village)} terekspor ke ${path}. Berkas ini memuat data pribadi; simpan terkunci.`,
  );
  return true;
});
