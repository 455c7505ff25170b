import type { OversightCtx } from "#app/context.ts";
import { requireOversight } from "#app/platform/require.ts";

/** First line of every verb about claims: both offices have a permission of their own. */
export function requireClaims(ctx: OversightCtx): void {
  requireOversight(ctx, `${ctx.overseer.kind}.claims`);
}
