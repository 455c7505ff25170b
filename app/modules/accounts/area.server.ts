import { and, eq, isNull } from "drizzle-orm";
import { FieldError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { areas } from "#db/village/schema/village.ts";
import { areaKindOf } from "./people-rules.ts";
import { PEOPLE_WORDS } from "./words.ts";

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
