import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { positionTerms } from "#db/village/schema/accounts.ts";
import type { EndPositionInput } from "./input.ts";
import { findClash, isHeldByOther } from "./offices.server.ts";
import { actionOfEnd } from "./people-rules.ts";
import { getAccount, getOpenTerm, type PositionTerm } from "./position-term.server.ts";
import { revokeLinksOf } from "./revoke-links.server.ts";
import { changePeople, mayStill, todayIn } from "./staff.server.ts";
import { PEOPLE_WORDS } from "./words.ts";

/**
 * Ends a position from a day on; that day it is no longer held. One's own may be laid down too, but a Kepala Desa does
 * not leave his office to nobody: then the Sekretaris ends it, who can name who stands in.
 */
export async function endPosition(
  ctx: OfficeCtx,
  { accountId, termId }: { accountId: string; termId: string },
  input: Pick<EndPositionInput, "berakhir" | "versi">,
): Promise<{ name: string; position: string }> {
  requirePermission(ctx, "people.manage");
  return write(ctx, async ({ tx, audit }) => {
    const { name } = await getAccount(tx, accountId);
    const term = await getOpenTerm(tx, { accountId, termId, version: input.versi }, todayIn(ctx));
    if (input.berakhir < term.startsOn) throw new FieldError("berakhir", PEOPLE_WORDS.endBeforeStart);
    const action = actionOfEnd(term, input.berakhir);
    await refuseBadEnd(ctx, tx, action, { ...term, endsOn: input.berakhir });
    await changePeople(ctx, tx, { action, targetId: accountId }, async () => {
      const ended = { endsOn: input.berakhir, version: term.version + 1 };
      await tx.update(positionTerms).set(ended).where(eq(positionTerms.id, termId));
      if (!(await mayStill(ctx, tx, "give", accountId, null)))
        await revokeLinksOf(tx, accountId, ctx.now.toISOString());
    });
    const { position, status } = term;
    const details = { name, position, status, endsOn: input.berakhir };
    await audit({ action: "position.end", entity: "account", entityId: accountId, details });
    return { name, position };
  });
}

async function refuseBadEnd(
  ctx: OfficeCtx,
  tx: VillageTx,
  action: "end" | "change",
  ended: PositionTerm & { endsOn: string },
): Promise<void> {
  const clash = action === "change" ? await findClash(ctx, tx, ended, ended.id) : null;
  if (clash) throw new FieldError("berakhir", clash);
  const { position, accountId, endsOn: day } = ended;
  const isOwnOffice = accountId === ctx.actor.accountId && position === "kepala-desa";
  if (isOwnOffice && !(await isHeldByOther(ctx, tx, { position, accountId, day })))
    throw new FieldError("berakhir", PEOPLE_WORDS.leavesNobody);
}
