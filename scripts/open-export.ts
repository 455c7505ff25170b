import { createReadStream, existsSync, writeSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { findByPassphrase } from "#db/sealed/passphrase.ts";
import { SealError } from "#db/sealed/seal-key.ts";
import { openSealed } from "#db/sealed/sealed-reader.ts";
import { readArguments } from "./arguments.ts";
import { CommandError, sentenceOf } from "./command-errors.ts";
import { requireNewFile, writeNewFile } from "./new-file.ts";

const USAGE = `Membuka ekspor tersegel dengan frasa sandinya (bentuknya: docs/format-ekspor.md).
  npm run export:open -- ekspor.balai [--ke ekspor.zip]
Frasa sandi diminta, atau dibaca dari EXPORT_PASSPHRASE.`;

const { positionals, values } = readArguments(USAGE, { ke: { type: "string" } }, 1);

async function askPassphrase(): Promise<string> {
  if (process.env.EXPORT_PASSPHRASE) return process.env.EXPORT_PASSPHRASE;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<never>((_resolve, reject) =>
    lines.once("close", () => reject(new CommandError("\nFrasa sandi belum diisi."))),
  );
  try {
    return await Promise.race([lines.question("Frasa sandi: "), ended]);
  } finally {
    lines.close();
  }
}

async function open(from: string | undefined): Promise<void> {
  if (!from) throw new CommandError(USAGE);
  if (!existsSync(from)) throw new CommandError(`${from} tidak ada.`);
  const to = values.ke ?? `${from.replace(/\.balai$/, "")}.zip`;
  requireNewFile(to, "--ke");
  const passphrase = await askPassphrase();
  await writeNewFile(to, async (file) => {
    const { head, frames } = await openSealed(createReadStream(from), findByPassphrase(passphrase));
    for await (const frame of frames) writeSync(file, frame);
    console.log(`Ekspor desa ${head.about.village} (${head.about.code}), dibuat ${head.about.madeAt}.`);
  });
  console.log(`Terbuka sebagai ${to}. Berkas ini memuat data pribadi; simpan terkunci.`);
}

function explain(error: unknown): unknown {
  if (error instanceof SealError)
    return `Tidak terbuka: frasa sandinya salah, atau berkasnya rusak atau terpotong (${error.message}).`;
  return sentenceOf(error) ?? error;
}

await open(positionals[0]).catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
