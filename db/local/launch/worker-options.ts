import { join, resolve } from "node:path";
import type { WorkerOptions } from "miniflare";
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from "wrangler";
import { listModules } from "./modules.ts";

/** The built worker with what this machine binds to it. */
export interface BuiltWorker {
  options: WorkerOptions;
  crons: string[];
}

export interface WorkerBindings {
  /** Replace and add to the vars of wrangler.toml; secrets among them. */
  vars: Record<string, string>;
  services: WorkerOptions["serviceBindings"];
  /** Queues hand over at once instead of gathering a batch. */
  isHurried: boolean;
}

/**
 * Reads the configuration that the build left beside the worker and turns it into Miniflare's.
 * @throws Error where there is no build
 */
export function readBuiltWorker(buildDir: string, bound: WorkerBindings): BuiltWorker {
  const config = unstable_readConfig({ config: join(buildDir, "server/wrangler.json") });
  const { workerOptions, main } = unstable_getMiniflareWorkerOptions(config);
  if (!main) throw new Error("the build names no entry");
  const entry = resolve(buildDir, "server", main);
  const { modulesRules: _rules, ...rest } = workerOptions;
  const options = {
    ...rest,
    name: config.name,
    modulesRoot: join(buildDir, "server"),
    modules: listModules(entry),
    bindings: { ...rest.bindings, ...bound.vars },
    serviceBindings: { ...rest.serviceBindings, ...bound.services },
    queueConsumers: hurry(rest.queueConsumers, bound.isHurried),
    unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
  };
  return { options: options as WorkerOptions, crons: config.triggers.crons ?? [] };
}

function hurry(
  consumers: WorkerOptions["queueConsumers"],
  isHurried: boolean,
): WorkerOptions["queueConsumers"] {
  if (!isHurried || !consumers || Array.isArray(consumers)) return consumers;
  const hurried: Record<string, object> = {};
  for (const [queue, each] of Object.entries(consumers))
    hurried[queue] = { ...Object(each), maxBatchTimeout: 0 };
  return hurried;
}
