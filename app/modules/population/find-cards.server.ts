import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { type Reading, reading } from "#app/platform/read-together.ts";
import { residents } from "#db/village/schema/population.ts";
import { STATUS } from "./person-rules.ts";
import { residentPlace, searchCondition } from "./search-residents.server.ts";

const MOST_CARDS = 20;

/** A card to choose: by whom it was found. */
export interface FoundCard {
  familyId: string;
  name: string;
  isHead: boolean;
  areaText: string | null;
}

/**
 * Cards on which somebody of that name is, for a page. By name alone: a number in an address would stand in histories and
 * logs.
 * @param text as typed; nothing is found by fewer than two letters
 */
export async function cardsReading(ctx: OfficeCtx, text: string): Promise<Reading<FoundCard[]>> {
  const isName = text.length >= 2 && !/^[\d\s.\-_]+$/.test(text);
  const condition = isName ? await searchCondition(ctx.keys, text) : null;
  const rows = ctx.db
    .select({
      familyId: residents.familyId,
      name: residents.name,
      familyRole: residents.familyRole,
      areaText: residentPlace,
    })
    .from(residents)
    .where(and(condition ?? sql`0`, eq(residents.status, STATUS.here), isNotNull(residents.familyId)))
    .orderBy(residents.familyRole, residents.nameKey, residents.id)
    .limit(MOST_CARDS);
  return reading([rows], ([found]) => cardsOf(found));
}

type Row = Omit<FoundCard, "familyId" | "isHead"> & { familyId: string | null; familyRole: number | null };

function cardsOf(rows: readonly Row[]): FoundCard[] {
  const cards = new Map<string, FoundCard>();
  for (const { familyId, name, familyRole, areaText } of rows) {
    if (!familyId || cards.has(familyId)) continue;
    cards.set(familyId, { familyId, name, isHead: familyRole === 1, areaText });
  }
  return [...cards.values()];
}
