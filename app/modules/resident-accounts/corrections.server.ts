import { asc, desc, eq } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import type { VillageDb } from "#db/open.ts";
import { residents } from "#db/village/schema/population.ts";
import { correctionProposals } from "#db/village/schema/residents.ts";
import { correctable, readable } from "./correction-rules.ts";
import { PROPOSED_VALUE } from "./sealed-fields.ts";
import { CORRECTION_WORDS } from "./words.ts";

/** Proposals that wait, the oldest first. */
export function selectWaitingProposals(db: VillageDb) {
  return db
    .select({
      id: correctionProposals.id,
      field: correctionProposals.field,
      createdAt: correctionProposals.createdAt,
      name: residents.name,
    })
    .from(correctionProposals)
    .innerJoin(residents, eq(residents.id, correctionProposals.residentId))
    .where(eq(correctionProposals.state, "waiting"))
    .orderBy(asc(correctionProposals.createdAt))
    .limit(50);
}

/** Query for what a resident proposed, the latest first. */
export function selectOwnProposals(db: VillageDb, residentId: string) {
  return db
    .select()
    .from(correctionProposals)
    .where(eq(correctionProposals.residentId, residentId))
    .orderBy(desc(correctionProposals.createdAt))
    .limit(20);
}

/** The proposed value in the clear, and as people read it. */
export async function openProposed(
  ctx: Pick<VillageCtx, "keys">,
  row: Pick<typeof correctionProposals.$inferSelect, "field" | "valueSealed">,
): Promise<{ value: string; text: string; label: string }> {
  const value = (await openValue(ctx.keys, PROPOSED_VALUE, row.valueSealed)) ?? "";
  const field = correctable(row.field);
  return { value, text: field ? readable(field, value) : value, label: field?.label ?? row.field };
}

/** A proposal beside what the register says; the opening is logged by the route. */
export async function loadProposal(ctx: OfficeCtx, id: string) {
  const [found] = await ctx.db
    .select({ row: correctionProposals, resident: residents })
    .from(correctionProposals)
    .innerJoin(residents, eq(residents.id, correctionProposals.residentId))
    .where(eq(correctionProposals.id, id));
  if (!found) throw new NotFoundError(CORRECTION_WORDS.gone);
  const { row, resident } = found;
  const field = correctable(row.field);
  const present = field?.kind === "sealed" ? null : (resident as Record<string, unknown>)[row.field];
  const { valueSealed: _, ...shown } = row;
  return {
    proposal: shown,
    name: resident.name,
    ...(await openProposed(ctx, row)),
    present: field && present !== null && present !== undefined ? readable(field, String(present)) : null,
  };
}
