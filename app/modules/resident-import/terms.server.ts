import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";

/**
 * The village has accepted the terms under which Balai holds residents.
 * @throws FieldError with where they are accepted: the form stays, and is sent again afterwards
 */
export async function requireTermsOfForm(ctx: OfficeCtx, db: VillageDb | VillageTx): Promise<void> {
  try {
    await requireTerms(ctx, db);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new FieldError("", error.message);
  }
}
