import type { ExecutionContext, Message, MessageBatch } from "@cloudflare/workers-types";
import type { BaseCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import { QueueMessage } from "#app/platform/jobs/queue.ts";
import { buildBaseCtx, type Env, type Surroundings } from "../bindings.ts";
import { carryOut } from "./carry-out.ts";
import { keepDeadLetter } from "./dead-letters.ts";

const DEAD_LETTER_QUEUE = "balai-dead-letters";
const RETRY_SECONDS = 30;

/** Carries out queue messages, one after the other. A message that can't be read is written down, not tried again. */
export async function consume(
  batch: Pick<MessageBatch, "queue" | "messages">,
  env: Env,
  execution: Pick<ExecutionContext, "waitUntil">,
): Promise<void> {
  const requestId = newId(new Date());
  const around = { env, execution, requestId, address: "queue", roundTrips: { count: 0 }, isJob: true };
  const base = await buildBaseCtx(around);
  for (const message of batch.messages) {
    if (batch.queue === DEAD_LETTER_QUEUE) await keep(base, message, batch.queue, "Terlalu sering gagal.");
    else await tryMessage(base, around, message, batch.queue);
  }
}

async function tryMessage(
  base: BaseCtx,
  around: Surroundings,
  message: Message,
  queue: string,
): Promise<void> {
  const parsed = QueueMessage.safeParse(message.body);
  if (!parsed.success) return keep(base, message, queue, parsed.error.message);
  try {
    await carryOut(base, around, parsed.data);
    message.ack();
  } catch (error) {
    base.log.error("message.failed", error, { kind: parsed.data.kind, attempts: message.attempts });
    message.retry({ delaySeconds: RETRY_SECONDS * message.attempts });
  }
}

async function keep(base: BaseCtx, message: Message, queue: string, reason: string): Promise<void> {
  try {
    await keepDeadLetter(base, { id: message.id, queue, body: message.body, reason });
    message.ack();
  } catch (error) {
    base.log.error("dead-letter.failed", error, { queue });
    message.retry({ delaySeconds: RETRY_SECONDS * message.attempts });
  }
}
