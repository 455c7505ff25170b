import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { selectTickets } from "#app/modules/trust/claim-ticket.server.ts";
import { isRegionCode, type RegionKind } from "#db/directory/region-code.ts";
import {
  childrenStatement,
  pathStatement,
  type RegionChoice,
  type RegionPath,
  searchStatement,
} from "#db/directory/regions.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { villageOrigin } from "./addresses.ts";

/** A village of the official list, and where it stands with Balai. */
export interface VillageHit {
  code: string;
  kind: RegionKind;
  name: string;
  /** Kecamatan, kabupaten and province in one line. */
  place: string;
  /** `open`: may sign up; `active`: answers at `href`; `busy`: on its way; `kelurahan`: can't sign up. */
  state: "open" | "active" | "busy" | "kelurahan";
  href: string | null;
}

const MAX_HITS = 30;

/**
 * Villages by name or code, those that are signed up with their address. One round trip.
 * @param under dotted code of the province, kabupaten or kecamatan to search in
 */
export async function findVillages(ctx: PortalCtx, text: string, under?: string): Promise<VillageHit[]> {
  const search = searchStatement({ text, level: 4, under, limit: MAX_HITS });
  if (!search) return [];
  const [paths, taken] = await ctx.directory.batch([
    ctx.directory.all<RegionPath>(search),
    takenIn(ctx, sql`${villages.regionCode} IN (SELECT code FROM (${search}))`),
  ]);
  const known = byCode(taken);
  return paths.map((path) => ({
    ...hitOf(ctx, path, known),
    place: [`Kec. ${path.kecamatan}`, path.kabupaten, path.provinsi].join(", "),
  }));
}

/** A step down from province to village. */
export interface RegionStep {
  /** Where the step stands; null above the provinces. */
  at: RegionPath | null;
  /** Provinces, kabupaten or kecamatan to go on to. */
  regions: RegionChoice[];
  /** Villages, once the step stands in a kecamatan. */
  villages: VillageHit[];
}

/** What lies directly below a region (below the nation for null or an unknown code). One round trip. */
export async function stepDown(ctx: PortalCtx, code: string | null): Promise<RegionStep> {
  const parent = code && isRegionCode(code) && code.length <= 8 ? code : null;
  const below = sql`${villages.regionCode} >= ${`${parent}.`} AND ${villages.regionCode} < ${`${parent}/`}`;
  const [[at], children, taken] = await ctx.directory.batch([
    ctx.directory.all<RegionPath>(pathStatement(parent ?? "")),
    ctx.directory.all<RegionChoice>(childrenStatement(parent)),
    takenIn(ctx, parent?.length === 8 ? below : sql`0`),
  ]);
  if (!at && parent) return stepDown(ctx, null);
  if (at?.level !== 3) return { at: at ?? null, regions: children, villages: [] };
  const known = byCode(taken);
  return { at, regions: [], villages: children.map((child) => ({ ...hitOf(ctx, child, known), place: "" })) };
}

function takenIn(ctx: PortalCtx, where: SQL) {
  const columns = { code: villages.regionCode, slug: villages.slug, state: villages.state };
  return ctx.directory
    .select(columns)
    .from(villages)
    .where(and(where, sql`${villages.state} <> 'erased'`));
}

type Taken = { code: string; slug: string; state: (typeof villages.$inferSelect)["state"] };

function byCode(taken: Taken[]): Map<string, Taken> {
  return new Map(taken.map((row) => [row.code, row]));
}

function hitOf(ctx: PortalCtx, region: RegionChoice, known: Map<string, Taken>): Omit<VillageHit, "place"> {
  const { code, kind, name } = region;
  const row = known.get(code);
  if (row?.state === "provisioning") return { code, kind, name, state: "busy", href: null };
  if (row) return { code, kind, name, state: "active", href: `${villageOrigin(ctx.config, row.slug)}/` };
  if (kind === "kelurahan") return { code, kind, name, state: "kelurahan", href: null };
  return { code, kind, name, state: "open", href: `/daftar?kode=${code}` };
}

type OpenTickets = Awaited<ReturnType<typeof selectTickets>>;

/** The village with a dotted code, taken or not, with the tickets that it takes; or null. One round trip. */
export async function findVillage(
  ctx: PortalCtx,
  code: string,
): Promise<{ path: RegionPath; hit: VillageHit; tickets: OpenTickets } | null> {
  const [[path], taken, tickets] = await ctx.directory.batch([
    ctx.directory.all<RegionPath>(pathStatement(code)),
    takenIn(ctx, eq(villages.regionCode, code) as SQL),
    selectTickets(ctx, code),
  ]);
  if (path?.level !== 4) return null;
  const place = [`Kec. ${path.kecamatan}`, path.kabupaten, path.provinsi].join(", ");
  return { path, hit: { ...hitOf(ctx, path, byCode(taken)), place }, tickets };
}
