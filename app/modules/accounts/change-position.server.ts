import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { positionTerms } from "#db/village/schema/accounts.ts";
import { fittingArea } from "./area.server.ts";
import type { ChangePositionInput } from "./input.ts";
import { findClash } from "./offices.server.ts";
import { getAccount, getOpenTerm } from "./position-term.server.ts";
import { changePeople, todayIn } from "./staff.server.ts";
import { PEOPLE_WORDS } from "./words.ts";

/** Corrects status, area, start or decree of a position that somebody holds; another position is given anew. */
export async function changePosition(
  ctx: OfficeCtx,
  { accountId, termId }: { accountId: string; termId: string },
  input: ChangePositionInput,
): Promise<{ position: string }> {
  requirePermission(ctx, "people.manage");
  return write(ctx, async ({ tx, audit }) => {
    const { name } = await getAccount(tx, accountId);
    const term = await getOpenTerm(tx, { accountId, termId, version: input.versi }, todayIn(ctx));
    const { position } = term;
    if (term.endsOn !== null && input.mulai > term.endsOn)
      throw new FieldError("mulai", PEOPLE_WORDS.endBeforeStart);
    const { status, mulai: startsOn } = input;
    const clash = await findClash(ctx, tx, { position, status, startsOn, endsOn: term.endsOn }, termId);
    if (clash) throw new FieldError("mulai", clash);
    await changePeople(ctx, tx, { action: "change", targetId: accountId }, async () => {
      const changed = {
        status: input.status,
        areaId: await fittingArea(tx, position, input.wilayah),
        startsOn: input.mulai,
        decree: input.keputusan ?? null,
        version: term.version + 1,
      };
      await tx.update(positionTerms).set(changed).where(eq(positionTerms.id, termId));
    });
    await audit({
      action: "position.change",
      entity: "account",
      entityId: accountId,
      details: { name, position, status: input.status, from: term.status, startsOn: input.mulai },
    });
    return { position };
  });
}
