import { and, eq, isNull, sql } from "drizzle-orm";
import { FieldError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { areas } from "#db/village/schema/village.ts";
import { areaKindOf } from "./people-rules.ts";
import { PEOPLE_WORDS } from "./words.ts";

/** Column: an area's name with what it lies in, as people say it: `01, RW 02, Dusun Senggigi`; null without an area. */
// Names are written out: in a query of one table the builder leaves the table's name away, and the parent's would be meant.
export const areaPlace = sql<string | null>`areas.name || coalesce((
  SELECT ', ' || ${kindWord("above")} || ' ' || above.name || coalesce((
    SELECT ', ' || ${kindWord("top")} || ' ' || top.name FROM areas top WHERE top.id = above.parent_id
  ), '') FROM areas above WHERE above.id = areas.parent_id
), '')`;

function kindWord(alias: "above" | "top") {
  const kind = sql.raw(`${alias}.kind`);
  return sql`CASE ${kind} WHEN 'dusun'
    THEN coalesce((SELECT hamlet_term FROM village_profile LIMIT 1), 'Dusun') ELSE upper(${kind}) END`;
}

/**
 * The area that a position looks after: needed where the village has areas of its kind, refused where it does not fit.
 * @throws FieldError at `wilayah`
 */
export async function fittingArea(
  tx: VillageTx,
  position: string,
  areaId: string | undefined,
): Promise<string | null> {
  const kind = areaKindOf(position);
  if (!kind) {
    if (areaId) throw new FieldError("wilayah", PEOPLE_WORDS.areaWrong);
    return null;
  }
  const known = await tx
    .select()
    .from(areas)
    .where(and(eq(areas.kind, kind), isNull(areas.retiredAt)));
  if (!areaId && known.length > 0) throw new FieldError("wilayah", PEOPLE_WORDS.areaMissing);
  if (areaId && !known.some((each) => each.id === areaId))
    throw new FieldError("wilayah", PEOPLE_WORDS.areaWrong);
  return areaId ?? null;
}
