import { asc, eq } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { familiesStatement } from "#app/modules/population/balance-statements.server.ts";
import { foldState } from "#app/modules/population/event-rules.ts";
import { ageOn, STATUS } from "#app/modules/population/person-rules.ts";
import { factOf } from "#app/modules/population/refold-person.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { mapReading, reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { residentEvents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import { type CountedPerson, type CountRow, countsOf, sumCounts } from "./statistics-rules.ts";
import { countsStatement, isTouched } from "./statistics-statements.server.ts";

/** What is known of a village's people on a day. */
export interface Statistics {
  counts: CountRow[];
  /** Family cards with people of the village on them, by their dusun. */
  families: { hamletId: string | null; families: number }[];
  hamlets: { id: string; name: string }[];
}

/** Permanent residents who were here at the end of a day, counted; disability only for who may see it; one round trip. */
export async function loadStatistics(ctx: OfficeCtx, day: Day): Promise<Statistics> {
  requirePermission(ctx, "statistics.read");
  const { statistics } = await readTogether(ctx.db, { statistics: statisticsReading(ctx, day) });
  if (ctx.actor.permissions.has("data.disability")) return statistics;
  const isOpen = ({ dimension, code }: CountRow) => dimension !== "disability" && code !== "disabilitas";
  return { ...statistics, counts: statistics.counts.filter(isOpen) };
}

/** All figures of a day, whoever asks: callers leave out what he may not see. */
export function statisticsReading({ db }: Pick<VillageCtx, "db">, day: Day) {
  const rows = reading(
    [
      db.all<CountRow>(countsStatement(day)),
      db.select().from(residentEvents).where(isTouched(day)),
      db.all<{ hamletId: string | null; families: number }>(familiesStatement(day)),
      db
        .select({ id: areas.id, name: areas.name })
        .from(areas)
        .where(eq(areas.kind, "dusun"))
        .orderBy(asc(areas.name)),
    ],
    (all) => all,
  );
  return mapReading(rows, ([counted, events, families, hamlets]): Statistics => {
    const others = countTouched(events, day);
    return { counts: sumCounts([...counted, ...others]), families, hamlets };
  });
}

/** Those to whom something happened since, as they stood on the day. */
function countTouched(events: readonly (typeof residentEvents.$inferSelect)[], day: Day): CountRow[] {
  const histories = new Map<string, (typeof residentEvents.$inferSelect)[]>();
  for (const event of events) {
    const known = histories.get(event.residentId);
    if (known) known.push(event);
    else histories.set(event.residentId, [event]);
  }
  return [...histories.values()].flatMap((history) => {
    const state = foldState(
      history.map((event) => factOf(event)),
      day,
    );
    if (state?.status !== STATUS.here || state.values.kind === "temporary") return [];
    return countsOf(personOf(state.values, day)).map((row) => ({ ...row, people: 1 }));
  });
}

function personOf(values: Record<string, string | number | null>, day: Day): CountedPerson {
  const number = (key: string) => (typeof values[key] === "number" ? values[key] : null);
  const text = (key: string) => (typeof values[key] === "string" ? values[key] : null);
  return {
    sex: number("sex") ?? 0,
    age: ageOn(text("birthDate"), day),
    religion: number("religion"),
    education: number("education"),
    occupation: number("occupation"),
    maritalStatus: number("maritalStatus"),
    disability: number("disability"),
    hamletId: text("hamletId"),
    familyRole: number("familyRole"),
  };
}
