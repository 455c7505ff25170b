import { closeSync, createReadStream, existsSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { findByPassphrase } from "#db/sealed/passphrase.ts";
import { SealError } from "#db/sealed/seal-key.ts";
import { openSealed } from "#db/sealed/sealed-reader.ts";

const USAGE = `Membuka ekspor tersegel dengan frasa sandinya (bentuknya: docs/format-ekspor.md).
  npm run export:open -- ekspor.balai [--ke ekspor.zip]
Frasa sandi diminta, atau dibaca dari EXPORT_PASSPHRASE.`;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { ke: { type: "string" } } });

async function askPassphrase(): Promise<string> {
  if (process.env.EXPORT_PASSPHRASE) return process.env.EXPORT_PASSPHRASE;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question("Frasa sandi: ");
  } finally {
    lines.close();
  }
}

async function open(from: string, to: string): Promise<void> {
  const unfinished = `${to}.belum-selesai`;
  const file = openSync(unfinished, "w", 0o600);
  try {
    const { head, frames } = await openSealed(
      createReadStream(from),
      findByPassphrase(await askPassphrase()),
    );
    for await (const frame of frames) writeSync(file, frame);
    console.log(`Ekspor desa ${head.about.village} (${head.about.code}), dibuat ${head.about.madeAt}.`);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, to);
  console.log(`Terbuka sebagai ${to}. Berkas ini memuat data pribadi; simpan terkunci.`);
}

const [from] = positionals;
const to = values.ke ?? `${from?.replace(/\.balai$/, "")}.zip`;
if (!from || !existsSync(from)) {
  console.error(from ? `${from} tidak ada.` : USAGE);
  process.exitCode = 1;
} else if (existsSync(to)) {
  console.error(`${to} sudah ada. Pilih nama lain dengan --ke.`);
  process.exitCode = 1;
} else {
  await open(from, to).catch((error: unknown) => {
    if (!(error instanceof SealError)) throw error;
    console.error(
      `Tidak terbuka: frasa sandinya salah, atau berkasnya rusak atau terpotong (${error.message}).`,
    );
    process.exitCode = 1;
  });
}
