import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { families } from "#db/village/schema/population.ts";
import type { AddFamilyInput } from "./family-form.ts";
import { requireCardConfirmed } from "./keep-family.server.ts";
import { makeFamily, placeOf } from "./make-family.server.ts";

/** Makes a card before its people. @throws FieldError at `wilayah`, at `yakin` where its number is doubted */
export async function addFamily(ctx: OfficeCtx, input: AddFamilyInput): Promise<{ familyId: string }> {
  requirePermission(ctx, "population.write");
  return write(ctx, async ({ tx, audit }) => {
    const { areaId } = await placeOf(tx, input.wilayah);
    if (input.nomor)
      await requireCardConfirmed(ctx, tx, input.nomor, { exceptId: null, confirmed: input.yakin });
    await requireTerms(ctx, tx);
    const familyId = await makeFamily(ctx, tx, { number: input.nomor, areaId, address: input.alamat });
    await tx
      .update(families)
      .set({ postalCode: input.kode_pos, issuedOn: input.terbit })
      .where(eq(families.id, familyId));
    await audit({ action: "family.add", entity: "family", entityId: familyId });
    return { familyId };
  });
}
