import { join } from "node:path";
import { startLocalServer } from "./server.ts";

/**
 * Runs the server by itself: `node db/local/main.ts`, with DATA_DIR (`.data`), LIBSQL_HOST, LIBSQL_PORT,
 * LIBSQL_ADMIN_PORT and LIBSQL_AUTH_TOKEN from the environment. Prints one line of JSON with its
 * addresses when it is ready; stops on SIGINT and SIGTERM.
 */
function readPort(name: string): number {
  const port = Number(process.env[name] ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${name} is not a port`);
  return port;
}

const server = await startLocalServer({
  dataDir: join(process.env.DATA_DIR ?? ".data", "dbs"),
  host: process.env.LIBSQL_HOST ?? "127.0.0.1",
  port: readPort("LIBSQL_PORT"),
  adminPort: readPort("LIBSQL_ADMIN_PORT"),
  // An empty token would let in whoever sends an empty one.
  authToken: process.env.LIBSQL_AUTH_TOKEN || undefined,
});

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    server.stop().then(() => process.exit(0));
  });
}

console.log(JSON.stringify({ url: server.url, adminUrl: server.adminUrl }));
