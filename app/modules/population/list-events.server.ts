import { and, desc, eq, gte, isNull, lte, ne, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import type { Day } from "#app/platform/clock.ts";
import { requirePermission } from "#app/platform/require.ts";
import { residentEvents, residents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import type { EventKind } from "./event-rules.ts";

const PAGE_ROWS = 50;

/** How the log is narrowed, and where it goes on. */
export interface EventFilter {
  kind: EventKind | null;
  from: Day;
  to: Day;
  /** Id of the last event of the page before. */
  afterId: string | null;
}

/** A line of the log: nothing protected. */
export type LoggedEvent = Awaited<ReturnType<typeof selectPage>>[number];

/** One page of what happened, newest first by its day; openings and cancelled events are left out; one round trip. */
export async function listEvents(ctx: OfficeCtx, filter: EventFilter, pageRows = PAGE_ROWS) {
  requirePermission(ctx, "population.read");
  const rows = await selectPage(ctx, filter, pageRows);
  const shown = rows.slice(0, pageRows);
  return { rows: shown, nextId: rows.length > pageRows ? (shown.at(-1)?.id ?? null) : null };
}

function selectPage(ctx: OfficeCtx, { kind, from, to, afterId }: EventFilter, pageRows: number) {
  const place = sql`(${residentEvents.happenedOn}, ${residentEvents.seq})`;
  const at = sql`(SELECT happened_on, seq FROM resident_events WHERE id = ${afterId})`;
  return ctx.db
    .select({
      id: residentEvents.id,
      residentId: residentEvents.residentId,
      kind: residentEvents.kind,
      happenedOn: residentEvents.happenedOn,
      details: residentEvents.details,
      note: residentEvents.note,
      name: residents.name,
      sex: residents.sex,
      birthPlace: residents.birthPlace,
      birthDate: residents.birthDate,
      citizenship: residents.citizenship,
      hamlet: sql<string | null>`${areas.name}`,
    })
    .from(residentEvents)
    .innerJoin(residents, eq(residents.id, residentEvents.residentId))
    .leftJoin(areas, eq(areas.id, residentEvents.hamletId))
    .where(
      and(
        isNull(residentEvents.cancelledAt),
        kind ? eq(residentEvents.kind, kind) : ne(residentEvents.kind, "opening"),
        gte(residentEvents.happenedOn, from),
        lte(residentEvents.happenedOn, to),
        afterId ? sql`${place} < ${at}` : undefined,
      ),
    )
    .orderBy(desc(residentEvents.happenedOn), desc(residentEvents.seq))
    .limit(pageRows + 1);
}
