import { and, eq, ne } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { parseRegionCode } from "#db/directory/region-code.ts";
import { pathStatement, type RegionPath } from "#db/directory/regions.ts";
import { villages } from "#db/directory/schema/villages.ts";

/** What the form of a contest shows of the village that it is about. */
export interface Contested {
  code: string;
  name: string;
  place: string;
  isVerified: boolean;
}

/** The village of a code as typed, where there is one to contest; null else. One round trip. */
export async function loadContestForm(ctx: PortalCtx, typed: string | null): Promise<Contested | null> {
  const code = typed && parseRegionCode(typed);
  if (!code) return null;
  const isThere = and(eq(villages.regionCode, code), ne(villages.state, "erased"));
  const [[path], [village]] = await ctx.directory.batch([
    ctx.directory.all<RegionPath>(pathStatement(code)),
    ctx.directory.select({ name: villages.name, trust: villages.trust }).from(villages).where(isThere),
  ]);
  if (!village) return null;
  const place = path ? [`Kec. ${path.kecamatan}`, path.kabupaten, path.provinsi].join(", ") : code;
  return { code, name: village.name, place, isVerified: village.trust === "verified" };
}
