import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { keptFor, type RetentionRule, retentionSetting } from "#app/platform/privacy/retention-rule.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { settings } from "#db/village/schema/village.ts";
import type { KeepInput } from "./input.ts";
import { keepProblem, keepText } from "./keep-rules.ts";
import { findRule } from "./load-retention.server.ts";

/**
 * Sets how long the village keeps a kind, within the bounds that the law or the work leaves.
 * @returns what was set, in words
 */
export async function chooseKeep(
  ctx: OfficeCtx,
  kind: string,
  input: KeepInput,
  rules: readonly RetentionRule[],
): Promise<{ name: string; keep: string }> {
  requirePermission(ctx, "privacy.decide");
  requireMaySign(ctx);
  const rule = findRule(rules, kind);
  const problem = keepProblem(rule.keep, input.lama);
  if (problem) throw new FieldError("lama", problem);
  const key = retentionSetting(kind);
  const to = keepText(rule.keep.unit, input.lama);
  return write(ctx, async ({ tx, audit }) => {
    const [before] = await tx.select().from(settings).where(eq(settings.key, key));
    const values = { value: input.lama, updatedAt: ctx.now.toISOString() };
    await tx
      .insert(settings)
      .values({ key, ...values })
      .onConflictDoUpdate({ target: settings.key, set: values });
    const from = keepText(rule.keep.unit, keptFor(rule, before?.value));
    await audit({
      action: "retention.choose",
      entity: "retention",
      entityId: kind,
      details: { name: rule.name, from, to },
    });
    return { name: rule.name, keep: to };
  });
}
