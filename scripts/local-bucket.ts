import { join } from "node:path";
import type { R2Bucket } from "@cloudflare/workers-types";
import { Miniflare, NoOpLog } from "miniflare";
import { unstable_readConfig } from "wrangler";
import { createR2Store } from "#app/platform/files/r2-store.ts";
import type { DataDirectory } from "#db/local/launch/data-directory.ts";
import { childrenNamed } from "#db/local/launch/processes.ts";
import type { ObjectStore } from "#db/object-store.ts";

/** Opens the file store of a data directory that no Balai serves. Close it: until then a workerd runs. */
export async function openLocalBucket(
  dataDir: string,
  directory: DataDirectory,
): Promise<{ files: ObjectStore; close(): Promise<void> }> {
  const [bucket] = unstable_readConfig({ config: "wrangler.toml" }).r2_buckets;
  if (!bucket?.bucket_name) throw new Error("wrangler.toml binds no bucket");
  const runtime = new Miniflare({
    modules: true,
    script: "export default {}",
    r2Buckets: { FILES: bucket.bucket_name },
    host: "127.0.0.1",
    port: 0,
    cf: false,
    log: new NoOpLog(),
    telemetry: { enabled: false },
    defaultPersistRoot: join(dataDir, "store"),
  });
  await runtime.ready;
  directory.noteWorkerd(childrenNamed("workerd")[0] ?? null);
  const files = createR2Store((await runtime.getR2Bucket("FILES")) as unknown as R2Bucket);
  return { files, close: () => runtime.dispose() };
}
