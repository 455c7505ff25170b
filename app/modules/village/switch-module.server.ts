import type { OfficeCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { moduleSwitches } from "#db/village/schema/village.ts";
import type { SwitchModuleInput } from "./input.ts";
import { SETTINGS_WORDS } from "./words.ts";

/**
 * Switches a part of Balai on or off for the village; its data stays either way.
 * @param known the registry's modules
 */
export async function switchModule<Module extends { key: string }>(
  ctx: OfficeCtx,
  input: SwitchModuleInput,
  known: readonly Module[],
): Promise<Module> {
  requirePermission(ctx, "modules.switch");
  const module = known.find((each) => each.key === input.modul);
  if (!module) throw new NotFoundError(SETTINGS_WORDS.unknownModule);
  await write(ctx, async ({ tx, audit }) => {
    const values = { isOn: input.nyala, changedBy: ctx.actor.accountId, changedAt: ctx.now.toISOString() };
    await tx
      .insert(moduleSwitches)
      .values({ module: module.key, ...values })
      .onConflictDoUpdate({ target: moduleSwitches.module, set: values });
    const action = input.nyala ? "module.switch-on" : "module.switch-off";
    await audit({ action, entity: "module", entityId: module.key, details: { module: module.key } });
    return null;
  });
  return module;
}
