import type { OfficeCtx } from "#app/context.ts";
import { kindsOf, selectKindRows } from "#app/modules/letters/kinds.server.ts";
import { requirePermission } from "#app/platform/require.ts";
import { selectStandard, serviceOf, standardFrom } from "./standard.server.ts";

/** What the office sees: what is in force, the draft, and what may be done. */
export async function loadStandard(ctx: OfficeCtx) {
  requirePermission(ctx, "standard.write");
  const [adopted, draft] = await ctx.db.batch([
    selectStandard(ctx.db, "adopted"),
    selectStandard(ctx.db, "draft"),
  ]);
  return {
    adopted: standardFrom(adopted),
    draft: standardFrom(draft),
    mayAdopt: ctx.actor.permissions.has("standard.adopt"),
  };
}

/** One service of the draft for its form; null where there is no draft (any more). */
export async function loadService(ctx: OfficeCtx, key: string | null) {
  requirePermission(ctx, "standard.write");
  const [rows, kinds] = await ctx.db.batch([selectStandard(ctx.db, "draft"), selectKindRows(ctx.db)]);
  const draft = standardFrom(rows);
  if (!draft) return null;
  const isLetter = key !== null && kindsOf(kinds).some((kind) => kind.key === key);
  return { version: draft.version, service: key === null ? null : serviceOf(draft, key), isLetter };
}
