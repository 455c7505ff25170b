import { and, asc, count, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { permitPlaces, permits } from "#db/village/schema/services.ts";
import { settings } from "#db/village/schema/village.ts";
import { CONSENT_KEY, consentKinds, shiftMonth } from "./permit-rules.ts";
import { TABS } from "./words.ts";

const PAGE_ROWS = 50;

const columns = {
  id: permits.id,
  number: permits.number,
  year: permits.year,
  kind: permits.kind,
  state: permits.state,
  applicantName: permits.applicantName,
  purpose: permits.purpose,
  fromAt: permits.fromAt,
  untilAt: permits.untilAt,
  placeName: sql<string | null>`coalesce(${permitPlaces.name}, ${permits.placeText})`,
};

function selectListed({ db }: OfficeCtx) {
  return db.select(columns).from(permits).leftJoin(permitPlaces, eq(permitPlaces.id, permits.placeId));
}
export type ListedPermit = Awaited<ReturnType<typeof selectListed>>[number];

/** One page of a tab, the newest first, and how many wait in each; one round trip. */
export async function listPermits(ctx: OfficeCtx, tab: string, before: string | null) {
  requirePermission(ctx, "permits.read");
  const states = [...(TABS[tab]?.states ?? [])];
  const [rows, counts] = await ctx.db.batch([
    selectListed(ctx)
      .where(and(inArray(permits.state, states), before ? lt(permits.id, before) : undefined))
      .orderBy(desc(permits.id))
      .limit(PAGE_ROWS + 1),
    ctx.db.select({ state: permits.state, all: count() }).from(permits).groupBy(permits.state),
  ]);
  const page = rows.slice(0, PAGE_ROWS);
  return {
    rows: page,
    next: rows.length > PAGE_ROWS ? (page.at(-1)?.id ?? null) : null,
    counts: Object.fromEntries(
      Object.entries(TABS).map(([key, { states: of }]) => [
        key,
        counts.filter(({ state }) => of.includes(state)).reduce((sum, { all }) => sum + all, 0),
      ]),
    ),
  };
}

/** What a month holds: granted, and asked for; those that were used in it too. @param month `2026-11` */
export async function listMonth(ctx: OfficeCtx, month: string): Promise<ListedPermit[]> {
  requirePermission(ctx, "permits.read");
  return selectListed(ctx)
    .where(
      and(
        inArray(permits.state, [
          "asked",
          "granted",
          "in-use",
          "returned",
          "closed",
          "handed-over",
          "answered",
        ]),
        lt(permits.fromAt, `${shiftMonth(month, 1)}-01`),
        sql`${permits.untilAt} > ${`${month}-01`}`,
      ),
    )
    .orderBy(asc(permits.fromAt));
}

/** Places and the kinds for which neighbours are asked; one round trip. */
export async function loadPlaces(ctx: OfficeCtx) {
  requirePermission(ctx, "permits.read");
  const [places, [setting]] = await ctx.db.batch([
    ctx.db.select().from(permitPlaces).orderBy(asc(permitPlaces.kind), asc(permitPlaces.name)),
    ctx.db.select().from(settings).where(eq(settings.key, CONSENT_KEY)),
  ]);
  return {
    places,
    consent: [...consentKinds(setting?.value)],
    mayDecide: ctx.actor.permissions.has("permits.decide"),
  };
}
