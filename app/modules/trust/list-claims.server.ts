import { and, asc, count, desc, eq, gt, gte, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { claimReplies, claims } from "#db/directory/schema/trust.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { requireClaims } from "./require-claims.server.ts";

const PAGE = 50;

/** A claim in the queue: who, on what, since when. */
export interface QueuedClaim {
  id: string;
  kind: "verification" | "contest";
  state: "waiting" | "accepted" | "refused" | "withdrawn";
  name: string;
  position: string;
  askedAt: string;
  villageName: string | null;
  regionCode: string;
  isVerified: boolean;
  /** An objection to it waits for an operator. */
  hasObjection: boolean;
}

/** Where a page of the queue ends. */
export interface ClaimPage {
  claims: QueuedClaim[];
  next: string | null;
  /** Villages whose officials wait for the kabupaten's list. */
  waitingForList: number;
}

/**
 * Claims that a person has to decide over, the oldest first; or those that were decided, the latest first. A kabupaten
 * sees its own region's. One round trip.
 * @param after moment and id behind which the page begins, as `next` of the page before
 */
export async function listClaims(
  ctx: OversightCtx,
  { isDecided, after }: { isDecided: boolean; after: string | null },
): Promise<ClaimPage> {
  requireClaims(ctx);
  const objects = sql<number>`EXISTS (SELECT 1 FROM ${claimReplies} r WHERE r.claim_id = ${claims.id}
    AND r.kind = 'objection' AND r.state = 'waiting')`;
  const isWaiting = eq(claims.state, "waiting");
  // Objections are the operator's: the kabupaten has decided before.
  const isOpen = ctx.overseer.kind === "operator" ? or(isWaiting, objects) : isWaiting;
  const order = isDecided ? desc : asc;
  const [rows, lists] = await ctx.directory.batch([
    ctx.directory
      .select({
        id: claims.id,
        kind: claims.kind,
        state: claims.state,
        name: claims.name,
        position: claims.position,
        askedAt: claims.askedAt,
        villageName: villages.name,
        regionCode: claims.regionCode,
        trust: villages.trust,
        hasObjection: objects,
      })
      .from(claims)
      .leftJoin(villages, and(eq(villages.id, claims.villageId), ne(villages.state, "erased")))
      .where(
        and(
          isOwn(ctx),
          or(eq(claims.kind, "contest"), eq(claims.basis, "letter")),
          isDecided ? sql`NOT ${isOpen}` : isOpen,
          behind(after, isDecided),
        ),
      )
      .orderBy(order(claims.askedAt), order(claims.id))
      .limit(PAGE + 1),
    ctx.directory
      .select({ count: sql<number>`count(DISTINCT ${claims.villageId})` })
      .from(claims)
      .where(and(isOwnRegion(ctx), eq(claims.state, "waiting"), eq(claims.basis, "list"))),
  ]);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    claims: page.map(({ trust, hasObjection, ...row }) => ({
      ...row,
      isVerified: trust === "verified",
      hasObjection: hasObjection === 1,
    })),
    next: rows.length > PAGE && last ? `${last.askedAt}~${last.id}` : null,
    waitingForList: lists[0]?.count ?? 0,
  };
}

/** How many wait for somebody of this office, for its overview. One statement for a batch. */
export function countWaiting(ctx: OversightCtx) {
  return ctx.directory
    .select({ count: count() })
    .from(claims)
    .leftJoin(villages, and(eq(villages.id, claims.villageId), ne(villages.state, "erased")))
    .where(
      and(
        isOwn(ctx),
        eq(claims.state, "waiting"),
        or(eq(claims.kind, "contest"), eq(claims.basis, "letter")),
      ),
    );
}

/** Of the own region; operators see all. */
function isOwnRegion({ overseer }: OversightCtx): SQL | undefined {
  if (overseer.kind === "operator") return undefined;
  const prefix = `${overseer.regencyCode ?? "-"}.`;
  return and(gte(claims.regionCode, prefix), lt(claims.regionCode, `${prefix.slice(0, -1)}/`));
}

/** Besides, no contest of a village that the kabupaten itself may have verified. For queries that join the village. */
function isOwn(ctx: OversightCtx): SQL | undefined {
  if (ctx.overseer.kind === "operator") return undefined;
  const isVerified = sql`coalesce(${villages.trust} = 'verified', 0)`;
  return and(isOwnRegion(ctx), sql`NOT (${claims.kind} = 'contest' AND ${isVerified})`);
}

function behind(after: string | null, isDecided: boolean): SQL | undefined {
  const [at, id] = after?.split("~") ?? [];
  if (!at || !id) return undefined;
  const beyond = isDecided ? lt : gt;
  return or(beyond(claims.askedAt, at), and(eq(claims.askedAt, at), beyond(claims.id, id)));
}
