import { z } from "zod";

/** Messages that wake a consumer. A lost or doubled one does no harm: rows say what must happen. */
export const QueueMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("run-village-due"), villageId: z.string() }),
  z.object({ kind: z.literal("resume-signup"), signupId: z.string() }),
  z.object({ kind: z.literal("migrate-village"), villageId: z.string() }),
  z.object({ kind: z.literal("resume-erasure"), villageId: z.string() }),
  z.object({ kind: z.literal("resume-restore"), orderId: z.string() }),
]);
export type QueueMessage = z.infer<typeof QueueMessage>;

/** Port to the message queue. */
export interface JobQueue {
  send(message: QueueMessage): Promise<void>;
}
