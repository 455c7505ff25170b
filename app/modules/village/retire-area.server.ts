import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { areas } from "#db/village/schema/village.ts";
import { type AreaPart, areaLabel } from "./area-rules.ts";
import { getArea, listSiblings } from "./areas.server.ts";
import type { RetireAreaInput } from "./input.ts";
import { AREA_WORDS } from "./words.ts";

/** Takes an area out of use; records that name it keep it. Refused while areas or somebody's position hang on it. */
export async function retireArea(ctx: OfficeCtx, input: RetireAreaInput): Promise<AreaPart> {
  requirePermission(ctx, "village.settings");
  return write(ctx, async ({ tx, audit }) => {
    const area = await getArea(tx, input.id);
    if (area.retiredAt) throw new ConflictError(AREA_WORDS.alreadyRetired);
    const children = await listSiblings(tx, area.id);
    if (children.length > 0) throw new ConflictError(AREA_WORDS.hasChildren(areaLabel(area)));
    const holder = await findHolder(tx, area.id, dayIn(ctx.tenant.timeZone, ctx.now));
    if (holder) throw new ConflictError(AREA_WORDS.hasHolder(areaLabel(area), holder));
    await tx.update(areas).set({ retiredAt: ctx.now.toISOString() }).where(eq(areas.id, area.id));
    const details = { kind: area.kind, name: area.name };
    await audit({ action: "area.retire", entity: "area", entityId: area.id, details });
    return { kind: area.kind, name: area.name };
  });
}

/** Who holds a position for the area today or from a later day on. */
async function findHolder(tx: VillageTx, areaId: string, today: string): Promise<string | null> {
  const [row] = await tx
    .select({ name: accounts.name })
    .from(positionTerms)
    .innerJoin(accounts, eq(accounts.id, positionTerms.accountId))
    .where(
      and(
        eq(positionTerms.areaId, areaId),
        eq(accounts.state, "active"),
        or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today)),
      ),
    )
    .limit(1);
  return row?.name ?? null;
}
