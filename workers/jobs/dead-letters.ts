import type { BaseCtx } from "#app/context.ts";
import { deadLetters } from "#db/directory/schema/jobs.ts";

export interface DeadLetter {
  /** The same letter twice is one row. */
  id: string;
  queue: string;
  body: unknown;
  reason: string;
}

/** Writes down what could not be done, where the operator sees it. */
export async function keepDeadLetter(ctx: BaseCtx, letter: DeadLetter): Promise<void> {
  const { id, queue, reason } = letter;
  const body = (JSON.stringify(letter.body) ?? "undefined").slice(0, 10_000);
  ctx.log.error("dead-letter", new Error(reason.slice(0, 500)), { queue });
  await ctx.directory
    .insert(deadLetters)
    .values({ id, queue, body, reason: reason.slice(0, 1000), receivedAt: ctx.now.toISOString() })
    .onConflictDoNothing();
}
