import { workerData } from "node:worker_threads";
import Database from "libsql";

const { from, to } = workerData as { from: string; to: string };
const database = new Database(from, { timeout: 1_000 });
database.exec(`VACUUM INTO '${to.replaceAll("'", "''")}'`);
database.close();
