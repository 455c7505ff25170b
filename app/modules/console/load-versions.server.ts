import type { OversightCtx } from "#app/context.ts";
import { requireOversight } from "#app/platform/require.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { readMigrationState } from "#db/migration-runs.ts";
import { RUNNING_MINUTES } from "#db/running-code.ts";

/** How many villages stand at which schema version, how migrations went, and which code was seen at work. One round trip. */
export async function loadVersions(ctx: OversightCtx) {
  requireOversight(ctx, "operator.system");
  const state = await readMigrationState(ctx.directory);
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
    code: state.code.map((row) => ({ ...row, isRunning: row.seenAt > since })),
  };
}
