import { and, desc, eq, gte } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { PersonData } from "#app/platform/privacy/person-data.ts";
import { type Write, write } from "#app/platform/write.ts";
import { personRequests, restoreEpochs } from "#db/village/schema/privacy.ts";
import { partsOf } from "./person-kinds.server.ts";
import type { RequestRow } from "./requests.server.ts";

const MOST = 100;

/**
 * Removes of a person what the law allows, and says in the audit log what went.
 * @returns what was removed, in words; empty where nothing was left, and then nothing is written
 */
export async function removePerson(
  ctx: VillageCtx,
  change: Write,
  { id, subject, subjectId, subjectName }: RequestRow,
  data: readonly PersonData[],
): Promise<string[]> {
  const removed: string[] = [];
  for (const part of partsOf(data, subject)) removed.push(...(await part.remove(ctx, change, subjectId)));
  if (removed.length > 0)
    await change.audit({
      action: "person-request.remove",
      entity: "person-request",
      entityId: id,
      details: { name: subjectName, what: removed.join("; ") },
    });
  return removed;
}

/** Carries deletions out once more that a restore undid: those granted after the moment that the village went back to. */
export async function repeatDeletions(ctx: VillageCtx, data: readonly PersonData[]): Promise<void> {
  const [last] = await ctx.db.select().from(restoreEpochs).orderBy(desc(restoreEpochs.epoch)).limit(1);
  if (!last) return;
  const granted = await ctx.db
    .select()
    .from(personRequests)
    .where(
      and(
        eq(personRequests.state, "answered"),
        eq(personRequests.kind, "deletion"),
        gte(personRequests.answeredAt, last.restoredTo),
      ),
    )
    .limit(MOST);
  for (const request of granted) await repeat(ctx, request, data);
}

async function repeat(ctx: VillageCtx, request: RequestRow, data: readonly PersonData[]): Promise<void> {
  try {
    await write(ctx, async (change) => {
      if ((await removePerson(ctx, change, request, data)).length === 0) throw new NothingLeft();
      return null;
    });
  } catch (error) {
    if (!(error instanceof NothingLeft)) throw error;
  }
}

/** Ends a transaction that has nothing to do. */
class NothingLeft extends Error {}
