import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { activities, programmes } from "#db/village/schema/programme.ts";
import type { MoveProgrammeInput } from "./input.ts";
import { incompleteActivities, planStatements } from "./plan-problems.server.ts";
import { getProgrammeOfYear, requireVersion } from "./queries.server.ts";
import { canMoveProgramme } from "./rules.ts";
import { EMPTY, ERRORS } from "./words.ts";

/** Hands a complete draft (or a mended, returned one) to the Kepala Desa. */
export async function submitProgramme(
  ctx: OfficeCtx,
  year: number,
  input: MoveProgrammeInput,
): Promise<{ year: number }> {
  requirePermission(ctx, "programme.plan");
  return write(ctx, async ({ tx, audit }) => {
    const programme = await getProgrammeOfYear(tx, year);
    requireVersion(programme, input.versi);
    if (!canMoveProgramme(programme.state, "submitted")) throw new ConflictError(ERRORS.programmeMoved);
    await requireComplete(tx, programme.id);
    await tx
      .update(programmes)
      .set({
        state: "submitted",
        submittedAt: ctx.now.toISOString(),
        submittedBy: ctx.actor.accountId,
        returnReason: null,
        version: programme.version + 1,
      })
      .where(eq(programmes.id, programme.id));
    await reopenReturned(tx, programme.id);
    await audit({
      action: "programme.submit",
      entity: "programme",
      entityId: programme.id,
      details: { tahun: year },
    });
    return { year };
  });
}

async function requireComplete(tx: VillageTx, programmeId: string): Promise<void> {
  const read = planStatements(tx, programmeId);
  const rows = {
    activities: await read.activities,
    people: await read.people,
    indicators: await read.indicators,
    targets: await read.targets,
  };
  if (rows.activities.length === 0) throw new FieldError("", EMPTY.activities.text);
  if (incompleteActivities(rows).length > 0) throw new FieldError("", ERRORS.planIncomplete);
}

/** What was returned counts as mended: the Kepala Desa looks at it again. */
async function reopenReturned(tx: VillageTx, programmeId: string): Promise<void> {
  await tx
    .update(activities)
    .set({ reviewState: "open" })
    .where(and(eq(activities.programmeId, programmeId), eq(activities.reviewState, "returned")));
}
