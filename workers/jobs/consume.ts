import type { ExecutionContext, MessageBatch } from "@cloudflare/workers-types";
import type { Env } from "../bindings.ts";

/** Carries out queue messages. */
export async function consume(_batch: MessageBatch, _env: Env, _execution: ExecutionContext): Promise<void> {}
