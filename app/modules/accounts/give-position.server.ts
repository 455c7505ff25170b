import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { fittingArea } from "./area.server.ts";
import type { GivePositionInput } from "./input.ts";
import { getAccount } from "./position-term.server.ts";
import { changePeople } from "./staff.server.ts";
import { startTerm } from "./start-term.server.ts";
import { tellLeaders } from "./tell-leaders.server.ts";
import { PEOPLE_WORDS } from "./words.ts";

/** Gives a further position to somebody who has an account. */
export async function givePosition(
  ctx: OfficeCtx,
  accountId: string,
  input: GivePositionInput,
): Promise<{ name: string }> {
  requirePermission(ctx, "people.manage");
  return write(ctx, async ({ tx, audit }) => {
    const { name, state } = await getAccount(tx, accountId);
    if (state !== "active") throw new ConflictError(PEOPLE_WORDS.dismissed);
    const { jabatan: position, status } = input;
    await changePeople(ctx, tx, { action: "give", targetId: accountId }, async () => {
      const areaId = await fittingArea(tx, position, input.wilayah);
      const startsOn = input.mulai;
      const decree = input.keputusan;
      const id = await startTerm(ctx, tx, { accountId, position, status, areaId, startsOn, decree });
      await tellLeaders(ctx, tx, {
        kind: "given",
        id,
        by: ctx.actor.name,
        name,
        position,
        status,
        accountId,
      });
    });
    const details = { name, position, status, startsOn: input.mulai };
    await audit({ action: "position.give", entity: "account", entityId: accountId, details });
    return { name };
  });
}
