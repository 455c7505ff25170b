import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { startBalai } from "#db/local/launcher.ts";

// A launcher of its own, for the test that kills it.
await startBalai({
  dataDir: process.env.DATA_DIR ?? "",
  port: 0,
  environment: "local",
  buildDir: process.env.BALAI_BUILD_DIR,
  prepare: (home) => provisionSharedDatabases(home, new Date()),
});
process.stdout.write("berjalan\n");
