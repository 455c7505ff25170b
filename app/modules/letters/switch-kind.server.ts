import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { letterKinds } from "#db/village/schema/letters.ts";
import type { SwitchKindInput } from "./kind-input.ts";
import type { VillageKind } from "./kind-rules.ts";
import { KIND_WORDS } from "./kind-words.ts";
import { getKind } from "./kinds.server.ts";

/** Takes a kind into use or out of it, or brings it back to how Balai has it; letters that were made stay as they are. */
export async function switchKind(ctx: OfficeCtx, input: SwitchKindInput): Promise<VillageKind> {
  requirePermission(ctx, "letters.settings");
  return write(ctx, async ({ tx, audit }) => {
    const kind = await getKind(ctx, tx, input.kunci);
    if (input.tindakan === "kembali" && kind.isOwn) throw new ConflictError(KIND_WORDS.cannotReset);
    const change = input.tindakan === "kembali" ? { definition: {} } : { isOn: input.tindakan === "nyala" };
    const by = { updatedBy: ctx.actor.accountId, updatedAt: ctx.now.toISOString() };
    if (kind.version === 0) {
      await tx
        .insert(letterKinds)
        .values({ key: kind.key, definition: {}, isOn: kind.isOn, ...change, ...by });
    } else {
      await tx
        .update(letterKinds)
        .set({ ...change, ...by, version: kind.version + 1 })
        .where(eq(letterKinds.key, kind.key));
    }
    const action = {
      nyala: "letter-kind.switch-on",
      mati: "letter-kind.switch-off",
      kembali: "letter-kind.reset",
    }[input.tindakan];
    await audit({ action, entity: "letter-kind", entityId: kind.key, details: { title: kind.title } });
    return kind;
  });
}
