// `npm start`: on a bare clone installs, builds and starts Balai. Builtins only, any Node from 20.19.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildIfChanged, localNode } from "./build.mjs";
import { installPackages, requireNode } from "./install.mjs";

process.chdir(join(import.meta.dirname, ".."));
requireNode();
installPackages();
if (!buildIfChanged()) {
  console.error("Aplikasi tidak dapat dibangun; lihat pesan di atas.");
  process.exit(1);
}

// The channel tells the server when this process is gone, however it went.
const server = spawn(localNode(), ["--disable-warning=ExperimentalWarning", "scripts/serve.ts"], {
  stdio: ["ignore", "inherit", "inherit", "ipc"],
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
