import { and, eq, isNull } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { QueueMessage } from "#app/platform/jobs/queue.ts";
import { requireOversight } from "#app/platform/require.ts";
import { type DirectoryWrite, writeDirectory } from "#app/platform/write-directory.ts";
import { deadLetters, dueJobs } from "#db/directory/schema/jobs.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { DirectoryDb, DirectoryTx } from "#db/open.ts";
import type { LetterInput } from "./input.ts";
import { subjectOf } from "./rules.ts";
import { CONSOLE_WORDS } from "./words.ts";

/** Queue under which due work of villages that failed too often is kept. */
const DUE_QUEUE = "due_jobs";

type LetterRow = typeof deadLetters.$inferSelect;

/** A dead letter with the village that it is about, and whether it can be done anew. @throws NotFoundError */
export async function getLetter(ctx: OversightCtx, letterId: string) {
  requireOversight(ctx, "operator.system");
  const letter = await findLetter(ctx.directory, letterId);
  const { villageId, kind } = subjectOf(letter.body);
  const [village] = villageId
    ? await ctx.directory.select().from(villages).where(eq(villages.id, villageId))
    : [];
  return {
    ...letter,
    kind,
    village: village ? { id: village.id, name: village.name } : null,
    canRetry: workOf(letter) !== null,
  };
}

/**
 * Has what was given up done anew: a message is sent again, due work counts from the first try. Whatever fails again
 * becomes a letter of its own.
 * @throws ConflictError where it is settled by now, or nothing can be done with it
 */
export async function retryLetter(ctx: OversightCtx, letterId: string): Promise<void> {
  requireOversight(ctx, "operator.system");
  const message = await writeDirectory(ctx, async (write) => {
    const letter = await findLetter(write.tx, letterId);
    const work = workOf(letter);
    if (!work) throw new ConflictError(CONSOLE_WORDS.cannotRetry);
    await settle(write, ctx, letter, "retried", null);
    if (work.due) await startAnew(write.tx, ctx.now, work.due);
    return work.message;
  });
  // Rows say what must happen: a message that gets lost is made up for by the next sweep.
  await ctx.queue.send(message).catch(() => {});
}

/** Puts a dead letter aside with what was done about it. @throws ConflictError where it is settled by now */
export async function settleLetter(ctx: OversightCtx, letterId: string, input: LetterInput): Promise<void> {
  requireOversight(ctx, "operator.system");
  await writeDirectory(ctx, async (write) => {
    await settle(write, ctx, await findLetter(write.tx, letterId), "done", input.alasan);
    return letterId;
  });
}

async function findLetter(db: DirectoryDb | DirectoryTx, letterId: string): Promise<LetterRow> {
  const [letter] = await db.select().from(deadLetters).where(eq(deadLetters.id, letterId));
  if (!letter) throw new NotFoundError(CONSOLE_WORDS.letterGone);
  return letter;
}

async function settle(
  { tx, audit }: DirectoryWrite,
  ctx: OversightCtx,
  letter: LetterRow,
  outcome: "retried" | "done",
  note: string | null,
): Promise<void> {
  const settledBy = ctx.overseer.name;
  const changed = await tx
    .update(deadLetters)
    .set({ settledAt: ctx.now.toISOString(), settledBy, outcome, note })
    .where(and(eq(deadLetters.id, letter.id), isNull(deadLetters.settledAt)))
    .returning({ id: deadLetters.id });
  if (changed.length === 0) throw new ConflictError(CONSOLE_WORDS.letterSettled);
  const { kind, villageId } = subjectOf(letter.body);
  await audit({
    action: outcome === "retried" ? "dead-letter.retry" : "dead-letter.settle",
    entity: "dead-letter",
    entityId: letter.id,
    villageId: villageId ?? undefined,
    details: { kind: kind ?? letter.queue, ...(note ? { reason: note } : {}) },
  });
}

interface Work {
  message: QueueMessage;
  /** The row that says what must happen, where it is work of a village. */
  due?: { villageId: string; kind: string };
}

/** What a letter asks for; null where it can't be read: sending it again would bring it back. */
function workOf({ queue, body }: Pick<LetterRow, "queue" | "body">): Work | null {
  if (queue === DUE_QUEUE) {
    const { villageId, kind } = subjectOf(body);
    if (!villageId || !kind) return null;
    return { message: { kind: "run-village-due", villageId }, due: { villageId, kind } };
  }
  const parsed = QueueMessage.safeParse(jsonOf(body));
  return parsed.success ? { message: parsed.data } : null;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Tries are counted from the start, so that five more bring a new letter. */
async function startAnew(tx: DirectoryTx, now: Date, { villageId, kind }: NonNullable<Work["due"]>) {
  const anew = { dueAt: now.toISOString(), leasedUntil: null, attempts: 0 };
  await tx
    .insert(dueJobs)
    .values({ villageId, kind, ...anew })
    .onConflictDoUpdate({ target: [dueJobs.villageId, dueJobs.kind], set: anew });
}
