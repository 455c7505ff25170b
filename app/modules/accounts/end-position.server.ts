import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { positionTerms } from "#db/village/schema/accounts.ts";
import type { EndPositionInput } from "./input.ts";
import { actionOfEnd } from "./people-rules.ts";
import { getAccount, getOpenTerm } from "./position-term.server.ts";
import { revokeLinksOf } from "./revoke-links.server.ts";
import { changePeople, mayStill, todayIn } from "./staff.server.ts";
import { PEOPLE_WORDS } from "./words.ts";

/** Ends a position from a day on; that day it is no longer held. One's own may be laid down too. */
export async function endPosition(
  ctx: OfficeCtx,
  { accountId, termId }: { accountId: string; termId: string },
  input: EndPositionInput,
): Promise<{ name: string; position: string }> {
  requirePermission(ctx, "people.manage");
  return write(ctx, async ({ tx, audit }) => {
    const { name } = await getAccount(tx, accountId);
    const term = await getOpenTerm(tx, { accountId, termId, version: input.versi }, todayIn(ctx));
    if (input.berakhir < term.startsOn) throw new FieldError("berakhir", PEOPLE_WORDS.endBeforeStart);
    const action = actionOfEnd(term, input.berakhir);
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
