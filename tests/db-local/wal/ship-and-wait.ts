import { createInterface } from "node:readline";
import { startLocalServer } from "#db/local/server.ts";
import { readBackupKeys } from "#db/sealed/seal-key.ts";
import { createFolderStore } from "./folder-store.ts";

// A server of its own that ships to a folder, for the test that kills it: at its n-th put, before or after it.
const { DATA_DIR = "", STORE_DIR = "", BACKUP_KEY = "", KILL_AT = "0", KILL_WHEN = "before" } = process.env;
const store = createFolderStore(STORE_DIR);
const { put } = store;
let puts = 0;
store.put = async (...args) => {
  puts += 1;
  if (puts === Number(KILL_AT) && KILL_WHEN === "before") process.kill(process.pid, "SIGKILL");
  await put(...args);
  if (puts === Number(KILL_AT)) process.kill(process.pid, "SIGKILL");
};
const server = await startLocalServer({
  dataDir: DATA_DIR,
  shipping: { keys: readBackupKeys(BACKUP_KEY), ships: (name) => name.startsWith("desa"), keepDays: 7 },
});
server.attachStore(store);
process.stdout.write(`${JSON.stringify({ url: server.url, adminUrl: server.adminUrl })}\n`);
for await (const _line of createInterface({ input: process.stdin })) {
  await server.shipNow();
  process.stdout.write("shipped\n");
}
