import type { ExecutionContext } from "@cloudflare/workers-types";
import type { BaseCtx } from "#app/context.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { openDirectory } from "#db/open.ts";
import { noteRunningCode } from "#db/running-code.ts";

const NOTED_EVERY_MS = 300_000;
let notedAt = Number.NEGATIVE_INFINITY;

/**
 * Tells the directory which code serves: with an isolate's first request, then every five minutes while it has some,
 * and with each sweep. A migration that takes old columns away waits until older code is silent.
 */
export function tellRunningCode(base: BaseCtx, execution: Pick<ExecutionContext, "waitUntil">): void {
  const passed = base.now.getTime() - notedAt;
  if (passed >= 0 && passed < NOTED_EVERY_MS) return;
  notedAt = base.now.getTime();
  // A connection of its own: no page is charged with this round trip.
  const told = noteRunningCode(openDirectory(base.homes.main), VILLAGE_SCHEMA_VERSION, base.now);
  const failed = (error: unknown) => {
    notedAt = Number.NEGATIVE_INFINITY;
    base.log.error("running-code.failed", error);
  };
  execution.waitUntil(told.catch(failed));
}
