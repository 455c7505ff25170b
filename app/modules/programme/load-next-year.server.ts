import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import type { VillageDb } from "#db/open.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { activities, programmes } from "#db/village/schema/programme.ts";
import { programmeMeasures } from "./load-measures.server.ts";
import { measureProgramme, type ProgrammeMeasures } from "./measures.ts";
import { endsWithin, type StandingActivity, standsIn } from "./next-year-rules.ts";
import { dayUpToYearEnd } from "./report-asof-rules.ts";
import { unfinishedRows } from "./report-rules.ts";
import { canEditProgramme } from "./rules.ts";
import { todayOf } from "./running-queries.server.ts";

/** What next year's draft may take from `year`, in one round trip. @throws NotFoundError without a programme of the year */
export async function loadNextYear(ctx: VillageCtx, year: number) {
  const { measures, following, terms } = await readTogether(ctx.db, {
    measures: programmeMeasures(ctx, year, dayUpToYearEnd(year, todayOf(ctx))),
    following: followingProgramme(ctx, year),
    terms: endingTerms(ctx, year + 1),
  });
  if (!measures) throw new NotFoundError("Program kerja tahun ini belum disusun.");
  const { sections } = measureProgramme(measures);
  const unfinished = unfinishedRows(sections.flatMap((section) => section.rows));
  return {
    measures,
    sections,
    unfinishedIds: unfinished
      .map(({ id }) => id)
      .filter((id) => !isStanding(measures, id, following.standing)),
    standing: following.standing,
    following: following.programme,
    isTaken: following.programme !== null && !canEditProgramme(following.programme.state),
    endingTerms: terms,
  };
}

function followingProgramme(ctx: VillageCtx, year: number) {
  return reading(
    [
      ctx.db
        .select({ id: programmes.id, state: programmes.state })
        .from(programmes)
        .where(eq(programmes.year, year + 1)),
      standingStatement(ctx.db, sql`(SELECT id FROM programmes WHERE year = ${year + 1})`),
    ],
    ([rows, standing]) => ({ programme: rows[0] ?? null, standing }),
  );
}

/** What each activity of a programme continues, and which ready one it is. */
export function standingStatement(db: Pick<VillageDb, "select">, programmeId: string | SQL) {
  return db
    .select({ continuesId: activities.continuesId, templateKey: activities.templateKey })
    .from(activities)
    .where(and(sql`${activities.programmeId} = ${programmeId}`, isNull(activities.droppedAt)));
}

/** Does the following year have an activity of `measures` already? */
export function isStanding(
  { facts }: ProgrammeMeasures,
  id: string,
  standing: readonly StandingActivity[],
): boolean {
  const activity = facts.get(id)?.activity;
  return activity !== undefined && standsIn(activity, standing);
}

/** Positions whose terms end within a year, earliest first. */
function endingTerms(ctx: VillageCtx, year: number) {
  return reading(
    [
      ctx.db
        .select({
          id: positionTerms.id,
          position: positionTerms.position,
          status: positionTerms.status,
          name: accounts.name,
          endsOn: sql<string>`${positionTerms.endsOn}`,
        })
        .from(positionTerms)
        .innerJoin(accounts, eq(accounts.id, positionTerms.accountId))
        .where(and(eq(accounts.state, "active"), sql`${positionTerms.endsOn} IS NOT NULL`))
        .orderBy(asc(positionTerms.endsOn), asc(positionTerms.id)),
    ],
    ([rows]) => rows.filter(({ endsOn }) => endsWithin(endsOn, year)),
  );
}
