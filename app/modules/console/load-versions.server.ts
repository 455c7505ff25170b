import { desc } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { requireOversight } from "#app/platform/require.ts";
import { runningCode } from "#db/directory/schema/operations.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { readMigrationState } from "#db/migration-runs.ts";
import { RUNNING_MINUTES } from "#db/running-code.ts";

/** How many villages stand at which schema version, how migrations went, and which code was seen at work. */
export async function loadVersions(ctx: OversightCtx) {
  requireOversight(ctx, "operator.system");
  const [state, seen] = await Promise.all([
    readMigrationState(ctx.directory),
    ctx.directory.select().from(runningCode).orderBy(desc(runningCode.schemaVersion)).limit(20),
  ]);
  const since = new Date(ctx.now.getTime() - RUNNING_MINUTES * 60_000).toISOString();
  const short = ({ id, name, regionCode, schemaVersion, migrationError }: (typeof state.failed)[number]) => {
    return { id, name, regionCode, schemaVersion, migrationError };
  };
  return {
    present: VILLAGE_SCHEMA_VERSION,
    versions: state.versions.toReversed(),
    runs: state.runs,
    failed: state.failed.map(short),
    canaries: state.canaries.map(short),
    code: seen.map((row) => ({ ...row, isRunning: row.seenAt > since })),
  };
}
