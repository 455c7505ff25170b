import type { ExecutionContext, MessageBatch, ScheduledController } from "@cloudflare/workers-types";
import type { Env } from "./bindings.ts";
import { httpApp } from "./http/app.ts";
import { consume } from "./jobs/consume.ts";
import { sweep } from "./jobs/sweep.ts";

/** The only entry: pages and files, cron sweeps, queue messages. */
export default {
  fetch: (request: Request, env: Env, execution: ExecutionContext) =>
    httpApp.fetch(request, env, execution as never),
  scheduled: (controller: ScheduledController, env: Env, execution: ExecutionContext) =>
    sweep(controller, env, execution),
  queue: (batch: MessageBatch, env: Env, execution: ExecutionContext) => consume(batch, env, execution),
};
