import type { VillageCtx } from "#app/context.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { termsAcceptances } from "#db/village/schema/privacy.ts";
import { dayIn } from "../clock.ts";
import { ConflictError } from "../errors.ts";
import { TERMS_VERSIONS } from "./processor-terms.ts";
import { termsState } from "./terms-rules.ts";

const MISSING =
  "Data warga baru dapat dimasukkan setelah perjanjian pemrosesan data disetujui. Kepala Desa menyetujuinya di halaman Data pribadi, bagian Perjanjian.";

/** Query for the versions that a village accepted: for a batch, with `termsState`. */
export function selectAccepted(db: VillageDb | VillageTx) {
  return db.select({ version: termsAcceptances.version }).from(termsAcceptances);
}

/**
 * Second line of every verb that enters residents, inside its transaction: the village has accepted the terms under
 * which Balai holds them.
 * @throws ConflictError with where they are accepted
 */
export async function requireTerms(
  ctx: Pick<VillageCtx, "now" | "tenant">,
  db: VillageDb | VillageTx,
  versions = TERMS_VERSIONS,
): Promise<void> {
  const accepted = (await selectAccepted(db)).map(({ version }) => version);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  if (termsState(accepted, versions, today).state === "missing") throw new ConflictError(MISSING);
}
