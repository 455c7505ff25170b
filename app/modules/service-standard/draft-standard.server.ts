import type { OfficeCtx } from "#app/context.ts";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { kindsOf, selectKindRows } from "#app/modules/letters/kinds.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { serviceStandards, standardServices } from "#db/village/schema/services.ts";
import { isOfferedKind } from "./offered-rules.ts";
import { selectStandard, standardFrom } from "./standard.server.ts";
import { draftServices } from "./standard-rules.ts";
import { STANDARD_WORDS } from "./words.ts";

/** Begins a draft with what is adopted and with the kinds of letters that the village uses. */
export async function draftStandard(ctx: OfficeCtx): Promise<{ id: string }> {
  requirePermission(ctx, "standard.write");
  return write(ctx, async ({ tx, audit }) => {
    if (standardFrom(await selectStandard(tx, "draft"))) throw new ConflictError(STANDARD_WORDS.hasDraft);
    const adopted = standardFrom(await selectStandard(tx, "adopted"));
    const kinds = kindsOf(await selectKindRows(tx));
    const known = new Set(kinds.map(({ key }) => key));
    const services = draftServices(
      adopted?.services ?? [],
      kinds.filter(isOfferedKind),
      positionTitle("kasi-pelayanan"),
      (key) => known.has(key),
    );
    const at = ctx.now.toISOString();
    const id = newId(ctx.now);
    await tx.insert(serviceStandards).values({
      ...{ id, state: "draft", createdBy: ctx.actor.accountId, createdAt: at, updatedAt: at },
    });
    if (services.length > 0)
      await tx
        .insert(standardServices)
        .values(services.map((service, position) => ({ ...service, standardId: id, position })));
    await audit({ action: "standard.draft", entity: "standard", entityId: id });
    return { id };
  });
}
