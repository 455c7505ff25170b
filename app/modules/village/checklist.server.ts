import { sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { checklistMarks, villageProfile } from "#db/village/schema/village.ts";
import { type Checklist, checklistOf } from "./checklist-rules.ts";

/** The two queries behind the checklist: put them into a page's batch and give their rows to `checklistFrom`. */
export function selectChecklist(ctx: VillageCtx) {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const year = Number(today.slice(0, 4));
  const count = (query: ReturnType<typeof sql>) => sql<number>`(${query})`;
  const facts = ctx.db
    .select({
      hasEmblem: sql<number>`${villageProfile.emblemFileId} IS NOT NULL`,
      peopleCount: count(sql`SELECT count(DISTINCT t.account_id) FROM position_terms t
        JOIN accounts a ON a.id = t.account_id AND a.state = 'active'
        WHERE t.starts_on <= ${today} AND (t.ends_on IS NULL OR t.ends_on > ${today})`),
      invitationCount: count(sql`SELECT count(*) FROM invitations WHERE revoked_at IS NULL`),
      areaCount: count(sql`SELECT count(*) FROM areas WHERE retired_at IS NULL`),
      bookCount: count(sql`SELECT count(*) FROM book_numbers WHERE year = ${year}`),
    })
    .from(villageProfile);
  return [facts, ctx.db.select().from(checklistMarks)] as const;
}

type Queries = ReturnType<typeof selectChecklist>;

/** The checklist from the rows of `selectChecklist`; null where the village has no profile. */
export function checklistFrom(facts: Awaited<Queries[0]>, marks: Awaited<Queries[1]>): Checklist | null {
  const row = facts[0];
  if (!row) return null;
  return checklistOf(
    { ...row, hasEmblem: row.hasEmblem === 1 },
    new Map(marks.map(({ item, mark }) => [item, mark])),
  );
}

/** The village's checklist, in one round trip. */
export async function getChecklist(ctx: VillageCtx): Promise<Checklist | null> {
  return checklistFrom(...(await ctx.db.batch([...selectChecklist(ctx)])));
}
