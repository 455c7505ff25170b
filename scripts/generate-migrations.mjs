// `npm run db:generate`: drizzle-kit writes the missing migrations of each database, then each folder's SQL
// is bundled into a module, since a worker has no file system to read it from.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Folders in db/ that hold a schema and its migrations. */
export const DATABASES = ["village", "directory", "comparison"];

function main() {
  const onlyBundle = process.argv.includes("--bundle");
  for (const database of DATABASES) {
    if (!onlyBundle) generate(database);
    writeFileSync(`db/${database}/migrations/bundle.ts`, bundleOf(`db/${database}/migrations`));
  }
}

function generate(database) {
  const run = spawnSync("drizzle-kit", ["generate", ...process.argv.slice(2)], {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, DATABASE: database },
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

/** The module that a folder's SQL files become. */
export function bundleOf(folder) {
  const tags = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const migrations = tags.map((name) => ({
    tag: name.replace(/\.sql$/, ""),
    statements: readFileSync(`${folder}/${name}`, "utf8")
      .split("--> statement-breakpoint")
      .map((statement) => statement.trim())
      .filter(Boolean),
  }));
  return `// Made by \`npm run db:generate\` from the SQL files beside it.
import type { Migration } from "../../migrate.ts";

export const migrations: readonly Migration[] = ${JSON.stringify(migrations, null, 2)};
`;
}

if (process.argv[1]?.endsWith("generate-migrations.mjs")) main();
