import { and, asc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { serviceStandards, standardServices } from "#db/village/schema/services.ts";
import { STANDARD_WORDS } from "./words.ts";

export type StandardRow = typeof serviceStandards.$inferSelect;
export type ServiceRow = typeof standardServices.$inferSelect;
type Db = VillageDb | VillageTx;

/** Query for the standard in one state with its services in their order; `standardFrom` puts them together. */
export function selectStandard(db: Db, state: "draft" | "adopted") {
  return db
    .select({ standard: serviceStandards, service: standardServices })
    .from(serviceStandards)
    .leftJoin(standardServices, eq(standardServices.standardId, serviceStandards.id))
    .where(eq(serviceStandards.state, state))
    .orderBy(asc(standardServices.position), asc(standardServices.name));
}

/** The standard of those rows; null where there is none. */
export function standardFrom(rows: readonly { standard: StandardRow; service: ServiceRow | null }[]) {
  const [first] = rows;
  if (!first) return null;
  return { ...first.standard, services: rows.flatMap(({ service }) => (service ? [service] : [])) };
}

/** The draft, or 409 where there is none any more. */
export async function getDraft(db: Db) {
  const draft = standardFrom(await selectStandard(db, "draft"));
  if (!draft) throw new ConflictError(STANDARD_WORDS.noDraft);
  return draft;
}

/** One service of the draft, or 404. */
export function serviceOf(draft: { services: ServiceRow[] }, key: string): ServiceRow {
  const service = draft.services.find((each) => each.service === key);
  if (!service) throw new NotFoundError(STANDARD_WORDS.noService);
  return service;
}

/** Raises the draft's version, or 409 where somebody else has changed it since. What is adopted never passes here. */
export async function changeDraft(
  ctx: OfficeCtx,
  tx: VillageTx,
  draft: Pick<StandardRow, "id" | "version">,
  seen: number,
  change: Partial<StandardRow> = {},
): Promise<void> {
  const rows = await tx
    .update(serviceStandards)
    .set({ ...change, updatedAt: ctx.now.toISOString(), version: draft.version + 1 })
    .where(
      and(
        eq(serviceStandards.id, draft.id),
        eq(serviceStandards.state, "draft"),
        eq(serviceStandards.version, seen),
      ),
    )
    .returning({ id: serviceStandards.id });
  if (rows.length === 0) throw new ConflictError(STANDARD_WORDS.stale);
}
