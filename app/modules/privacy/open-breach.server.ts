import type { OfficeCtx } from "#app/context.ts";
import { listHolders } from "#app/modules/accounts/list-holders.server.ts";
import { raiseAlert } from "#app/platform/alerts.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { tell } from "#app/platform/inbox.ts";
import { dueAfter } from "#app/platform/privacy/deadline-rules.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { breaches } from "#db/village/schema/privacy.ts";
import type { OpenBreachInput } from "./input.ts";
import { instantFrom, momentProblem } from "./moment-rules.ts";
import { watchDeadline } from "./wake-privacy.server.ts";
import { breachKey } from "./watch-rules.ts";
import { BREACH_WORDS } from "./words.ts";

/**
 * Starts the clock of a breach from the moment that it came to light. The other leaders are told at once, and so is the
 * operator, who as processor must help: that there is one and until when, never what it holds.
 */
export async function openBreach(
  ctx: OfficeCtx,
  input: OpenBreachInput,
): Promise<{ id: string; dueAt: string }> {
  requirePermission(ctx, "privacy.breaches");
  const { timeZone, villageId, name } = ctx.tenant;
  const discoveredAt = instantFrom(timeZone, input.tanggal, input.jam);
  const problem = momentProblem(discoveredAt, timeZone, ctx.now);
  if (problem)
    throw new FieldError("tanggal", problem === "future" ? BREACH_WORDS.future : BREACH_WORDS.tooOld);
  const dueAt = dueAfter(discoveredAt).toISOString();
  const due = formatDateTime(Date.parse(dueAt), timeZone);
  const opened = await write(ctx, async ({ tx, audit }) => {
    const id = newId(ctx.now);
    await tx.insert(breaches).values({
      id,
      discoveredAt: discoveredAt.toISOString(),
      noticeDueAt: dueAt,
      what: input.kejadian,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now.toISOString(),
    });
    await tell(ctx, tx, await listHolders(ctx, tx, "privacy.breaches"), {
      onceKey: breachKey(id, "open"),
      title: BREACH_WORDS.toldTitle,
      body: BREACH_WORDS.toldBody(due),
      href: `/kantor/data-pribadi/insiden/${id}`,
    });
    await audit({ action: "breach.open", entity: "breach", entityId: id });
    return { id, dueAt };
  });
  await watchDeadline(ctx, opened.dueAt);
  const sentence = BREACH_WORDS.alert(name, due);
  await raiseAlert(ctx, { key: `breach:${opened.id}`, severity: "gawat", sentence, villageId });
  return opened;
}
