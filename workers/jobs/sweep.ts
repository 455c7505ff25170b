import type { ExecutionContext, ScheduledController } from "@cloudflare/workers-types";
import type { Env } from "../bindings.ts";

/** Fires what a cron stands for. */
export async function sweep(
  _controller: ScheduledController,
  _env: Env,
  _execution: ExecutionContext,
): Promise<void> {}
