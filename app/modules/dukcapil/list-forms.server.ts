import { and, count, desc, eq, inArray, isNull, lt } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { dukcapilBatches, dukcapilForms } from "#db/village/schema/services.ts";
import { type FormState, TABS } from "./state-rules.ts";

const PAGE_ROWS = 50;

const columns = {
  id: dukcapilForms.id,
  form: dukcapilForms.form,
  formVersion: dukcapilForms.formVersion,
  state: dukcapilForms.state,
  personName: dukcapilForms.personName,
  returnReason: dukcapilForms.returnReason,
  createdAt: dukcapilForms.createdAt,
  updatedAt: dukcapilForms.updatedAt,
  finishedOn: dukcapilForms.finishedOn,
  batchId: dukcapilForms.batchId,
};
export type ListedForm = Pick<typeof dukcapilForms.$inferSelect, keyof typeof columns>;

/** One page of a tab, the newest first, and how many each tab holds; one round trip. */
export async function listForms(ctx: OfficeCtx, tab: string, before: string | null) {
  requirePermission(ctx, "dukcapil.read");
  const states = [...(TABS[tab]?.states ?? [])];
  const [rows, counts] = await ctx.db.batch([
    ctx.db
      .select(columns)
      .from(dukcapilForms)
      .where(and(inArray(dukcapilForms.state, states), before ? lt(dukcapilForms.id, before) : undefined))
      .orderBy(desc(dukcapilForms.id))
      .limit(PAGE_ROWS + 1),
    ctx.db
      .select({ state: dukcapilForms.state, all: count() })
      .from(dukcapilForms)
      .groupBy(dukcapilForms.state),
  ]);
  const page = rows.slice(0, PAGE_ROWS);
  const countOf = (of: readonly FormState[]) =>
    counts.filter(({ state }) => of.includes(state)).reduce((sum, { all }) => sum + all, 0);
  return {
    rows: page,
    next: rows.length > PAGE_ROWS ? (page.at(-1)?.id ?? null) : null,
    counts: Object.fromEntries(Object.entries(TABS).map(([key, { states: of }]) => [key, countOf(of)])),
  };
}

/** Query for forms that wait to be put into a batch. */
export function selectReady({ db }: OfficeCtx) {
  return db
    .select(columns)
    .from(dukcapilForms)
    .where(and(eq(dukcapilForms.state, "ready"), isNull(dukcapilForms.batchId)))
    .orderBy(dukcapilForms.id)
    .limit(100);
}

/** Batches, the latest first, and what is ready for the next; one round trip. */
export async function listBatches(ctx: OfficeCtx, before: string | null) {
  requirePermission(ctx, "dukcapil.read");
  const [rows, ready] = await ctx.db.batch([
    ctx.db
      .select()
      .from(dukcapilBatches)
      .where(before ? lt(dukcapilBatches.id, before) : undefined)
      .orderBy(desc(dukcapilBatches.id))
      .limit(PAGE_ROWS + 1),
    selectReady(ctx),
  ]);
  const page = rows.slice(0, PAGE_ROWS);
  return { rows: page, ready, next: rows.length > PAGE_ROWS ? (page.at(-1)?.id ?? null) : null };
}
