import type { OfficeCtx } from "#app/context.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { programmeDue } from "./due.ts";
import { putSetting } from "./put-setting.server.ts";
import { DEVIATION_POINTS_SETTING, UPDATE_DAYS_SETTING } from "./running-rules.ts";
import type { ProgrammeSettingsInput } from "./settings-input.ts";

/** Sets from how many points behind an explanation is asked for, and by how many days after a quarter reports are due. */
export async function saveProgrammeSettings(
  ctx: OfficeCtx,
  input: ProgrammeSettingsInput,
): Promise<ProgrammeSettingsInput> {
  requirePermission(ctx, "programme.plan");
  const saved = await write(ctx, async ({ tx, audit }) => {
    await putSetting(ctx, tx, DEVIATION_POINTS_SETTING, input.batas_tertinggal);
    await putSetting(ctx, tx, UPDATE_DAYS_SETTING, input.hari_laporan);
    await audit({
      action: "programme.save-settings",
      entity: "setting",
      entityId: DEVIATION_POINTS_SETTING,
      details: { ...input },
    });
    return input;
  });
  await registerDue(ctx, ctx.tenant.villageId, programmeDue.kind, ctx.now);
  return saved;
}
