import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import type { Day } from "#app/platform/clock.ts";
import { requirePermission } from "#app/platform/require.ts";
import { areas, settings, villageProfile } from "#db/village/schema/village.ts";
import { type Balance, balanceOf, type FlowRow } from "./balance-rules.ts";
import { COUNT_MISSING_KEY } from "./balance-setting.ts";
import { familiesStatement, flowStatement, openingFamiliesStatement } from "./balance-statements.server.ts";

/** The recapitulation of one dusun, or of those who live in none that is known. */
export interface HamletBalance {
  hamletId: string | null;
  name: string;
  balance: Balance;
  /** Cards of those who make the opening, and cards at the end of the period. */
  families: { before: number; after: number };
}

/** awal + lahir + datang - mati - pindah = akhir of a period, for the village and per dusun; one round trip. */
export async function loadBalance(ctx: OfficeCtx, period: { from: Day; to: Day }) {
  requirePermission(ctx, "population.read");
  const [flows, before, after, hamlets, [profile], [setting]] = await ctx.db.batch([
    ctx.db.all<FlowRow>(flowStatement({ ...period, countsMissingAsMoved: "as-set" })),
    ctx.db.all<FamilyRow>(openingFamiliesStatement(period)),
    ctx.db.all<FamilyRow>(familiesStatement(period.to)),
    ctx.db
      .select({ id: areas.id, name: areas.name })
      .from(areas)
      .where(eq(areas.kind, "dusun"))
      .orderBy(areas.name),
    ctx.db.select({ term: villageProfile.hamletTerm }).from(villageProfile).limit(1),
    ctx.db.select().from(settings).where(eq(settings.key, COUNT_MISSING_KEY)),
  ]);
  const countsMissingAsMoved = setting?.value !== false;
  const term = profile?.term ?? "Dusun";
  const places = [
    ...hamlets.map(({ id, name }) => ({ hamletId: id as string | null, name: `${term} ${name}` })),
    { hamletId: null, name: `Tanpa ${term.toLowerCase()}` },
  ];
  const parts: HamletBalance[] = places
    .map(({ hamletId, name }) => ({
      hamletId,
      name,
      balance: balanceOf(flows.filter((flow) => flow.hamletId === hamletId)),
      families: { before: sumOf(before, hamletId), after: sumOf(after, hamletId) },
    }))
    .filter(({ hamletId }) => flows.some((flow) => flow.hamletId === hamletId));
  const families = { before: sumOf(before), after: sumOf(after) };
  return { countsMissingAsMoved, whole: { balance: balanceOf(flows), families }, parts };
}

interface FamilyRow {
  hamletId: string | null;
  families: number;
}

function sumOf(rows: readonly FamilyRow[], hamletId?: string | null): number {
  return rows
    .filter((row) => hamletId === undefined || row.hamletId === hamletId)
    .reduce((sum, row) => sum + row.families, 0);
}
