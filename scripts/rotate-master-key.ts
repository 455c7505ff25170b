import { existsSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { rewrapKeys } from "#app/platform/keys/rewrap-keys.ts";
import { dataKeys } from "#db/directory/schema/keys.ts";
import { findRunningDatabases } from "#db/local/launch/data-directory.ts";
import { newMasterKey, openSecrets, writeSecrets } from "#db/local/launch/secrets.ts";
import type { Place } from "#db/place.ts";
import { readArguments } from "./arguments.ts";
import { CommandError, runCommand } from "./command.ts";
import { commandMasterKeys, dataDirOf } from "./command-keys.ts";

const USAGE = `Membungkus ulang semua kunci data dengan kunci induk yang pertama di MASTER_KEYS. Boleh dihentikan dan dijalankan lagi.
  npm run keys:master                    membungkus ulang
  npm run keys:master -- --baru          membuat kunci induk baru dahulu (hentikan Balai)
  npm run keys:master -- --buang <id>    membuang kunci induk lama yang tidak dipakai lagi`;

const { values } = readArguments(USAGE, { baru: { type: "boolean" }, buang: { type: "string" } }, 0);

/** A key that a running Balai does not know would leave it with data keys that it can't open. */
function addMasterKey(env: NodeJS.ProcessEnv): void {
  if (env.MASTER_KEYS || env.LIBSQL_URL)
    throw new CommandError(
      `Kunci induk Anda ada di MASTER_KEYS. Kunci baru: ${newMasterKey()}
Tambahkan di belakang MASTER_KEYS dan mulai ulang semua Balai; lalu pindahkan ke depan dan mulai ulang lagi; lalu jalankan npm run keys:master.`,
    );
  const dataDir = dataDirOf(env);
  if (!existsSync(join(dataDir, "secrets.json")))
    throw new CommandError(`Tidak ada kunci di ${dataDir}. Tentukan DATA_DIR.`);
  if (findRunningDatabases(dataDir))
    throw new CommandError("Hentikan Balai dahulu: Balai yang sedang berjalan belum mengenal kunci baru.");
  const secrets = openSecrets(dataDir);
  writeSecrets(dataDir, { ...secrets, masterKeys: `${newMasterKey()},${secrets.masterKeys}` });
  console.log(`Kunci induk baru tersimpan di ${dataDir}. Salin lagi berkas rahasia Anda ke tempat aman.`);
}

async function removeMasterKey(place: Place, env: NodeJS.ProcessEnv, id: string): Promise<void> {
  if (env.MASTER_KEYS || env.LIBSQL_URL) throw new CommandError("Hapus kunci itu sendiri dari MASTER_KEYS.");
  const secrets = openSecrets(dataDirOf(env));
  const [present, ...others] = secrets.masterKeys.split(",");
  const left = others.filter((key) => !key.startsWith(`${id}:`));
  if (left.length === others.length)
    throw new CommandError(`Kunci induk lama dengan nama "${id}" tidak ada, atau sedang dipakai.`);
  const wrapped = await place.directory.$count(dataKeys, eq(dataKeys.masterKeyId, id));
  if (wrapped > 0)
    throw new CommandError(
      `${wrapped} kunci data masih dibungkus kunci itu. Jalankan dahulu npm run keys:master.`,
    );
  writeSecrets(dataDirOf(env), { ...secrets, masterKeys: [present, ...left].join(",") });
  console.log(`Kunci induk ${id} dibuang. Cadangan direktori dari masa kunci itu tidak dapat dibuka lagi.`);
}

if (values.baru) {
  try {
    addMasterKey(process.env);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

await runCommand(async (place) => {
  if (values.buang !== undefined) {
    await removeMasterKey(place, process.env, values.buang);
    return true;
  }
  const masterKeys = commandMasterKeys(process.env);
  const { rewrapped, failed } = await rewrapKeys(place.directory, masterKeys, ({ id, owner }) =>
    console.log(`  kunci ${id} milik ${owner}: kunci induknya tidak ada di MASTER_KEYS`),
  );
  console.log(`Dibungkus ulang dengan kunci induk ${masterKeys.presentId}: ${rewrapped}. Gagal: ${failed}.`);
  return failed === 0;
});
