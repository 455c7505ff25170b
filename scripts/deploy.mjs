// `npm run deploy [-- --coba]`: builds, then hands the worker to Cloudflare with the settings of deploy/cloudflare.env
// (CLOUDFLARE_SETTINGS names another file). `--coba` stops before anything leaves this machine.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { HomesError, readMainHome } from "#db/homes/config.ts";
import { readArguments } from "./arguments.ts";
import { buildIfChanged, localNode } from "./build.mjs";

const USAGE = `Membangun Balai, lalu menyerahkannya kepada Cloudflare menurut deploy/cloudflare.env.
  npm run deploy -- --coba    memeriksa semuanya tanpa mengirim apa pun
  npm run deploy`;

const WRANGLER = "node_modules/wrangler/bin/wrangler.js";
/** What nobody may read in the dashboard or in a shell's history. */
const SECRETS =
  /^(SIGNING_KEY|MASTER_KEYS|BACKUP_KEY|LIBSQL_AUTH_TOKEN|METRICS_TOKEN|FILES_S3_KEY_ID|FILES_S3_SECRET|HOME_\w*(TOKEN|KEY)\w*)$/;

const { values } = readArguments(USAGE, { coba: { type: "boolean" } }, 0);
process.chdir(join(import.meta.dirname, ".."));

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function readSettings() {
  const path = process.env.CLOUDFLARE_SETTINGS || "deploy/cloudflare.env";
  if (!existsSync(path)) fail(`${path} belum ada. Salin dari deploy/cloudflare.env.example, lalu isi.`);
  const settings = parseEnv(readFileSync(path, "utf8"));
  const secret = Object.keys(settings).find((name) => SECRETS.test(name));
  if (secret) fail(`${secret} adalah rahasia: npx wrangler secret put ${secret}, jangan di ${path}.`);
  for (const name of ["BASE_HOST", "LIBSQL_URL"])
    if (!settings[name] || /localhost|127\.0\.0\.1/.test(settings[name]))
      fail(`${name} di ${path} harus alamat yang dapat dicapai Cloudflare, bukan "${settings[name] ?? ""}".`);
  const whole = { ENVIRONMENT: "production", PUBLIC_SCHEME: "https", ...settings };
  // A worker that is handed over all the same would answer every page with an error.
  try {
    readMainHome(whole);
  } catch (error) {
    if (!(error instanceof HomesError)) throw error;
    fail(`${path}: ${error.message}`);
  }
  return whole;
}

const settings = readSettings();
if (!buildIfChanged()) fail("Aplikasi tidak dapat dibangun; lihat pesan di atas.");
const vars = Object.entries(settings).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
const routes = [`${settings.BASE_HOST}/*`, `*.${settings.BASE_HOST}/*`].flatMap((route) => [
  "--route",
  route,
]);
const trial = values.coba ? ["--dry-run"] : [];
const run = spawnSync(
  localNode(),
  [WRANGLER, "deploy", "-c", "build/server/wrangler.json", ...vars, ...routes, ...trial],
  { stdio: "inherit", env: { ...process.env, WRANGLER_SEND_METRICS: "false" } },
);
process.exit(run.status ?? 1);
