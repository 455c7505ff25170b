import type { ExecutionContext, ScheduledController } from "@cloudflare/workers-types";
import { newId } from "#app/platform/ids.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { noteRunningCode } from "#db/running-code.ts";
import { buildBaseCtx, type Env } from "../bindings.ts";
import { CRONS } from "./crons.ts";
import { recordRun } from "./record-run.ts";

/** Fires what a cron stands for. */
export async function sweep(
  controller: Pick<ScheduledController, "cron">,
  env: Env,
  execution: Pick<ExecutionContext, "waitUntil">,
): Promise<void> {
  const requestId = newId(new Date());
  const base = await buildBaseCtx({
    env,
    execution,
    requestId,
    address: "cron",
    roundTrips: { count: 0 },
    isJob: true,
  });
  const job = CRONS[controller.cron];
  if (!job) throw new Error(`no sweep for the cron ${controller.cron}`);
  await noteRunningCode(base.directory, VILLAGE_SCHEMA_VERSION, base.now);
  await recordRun(base, job);
}
