import { and, desc, eq, ne, or } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { directoryAudit } from "#db/directory/schema/overseers.ts";
import { claims } from "#db/directory/schema/trust.ts";
import { villages } from "#db/directory/schema/villages.ts";
import {
  type ClaimRow,
  needsDecision,
  type ReplyRow,
  selectContests,
  type VillageRow,
} from "./queries.server.ts";
import { LIFT_SUSPENSION } from "./suspend-village.server.ts";

/** All that the directory knows of a village's trust. */
export interface TrustFacts {
  village: VillageRow;
  /** Verifications by letter, in the order of asking; those by list concern nobody but the list. */
  letters: ClaimRow[];
  contests: { claim: ClaimRow; replies: ReplyRow[] }[];
  /** The accepted contest by which the village is to be erased. */
  lost: ClaimRow | null;
  /** Has somebody to decide over a claim or an objection? Then nothing ends. */
  isDecisionOpen: boolean;
  /** When an operator last lifted a suspension; null where none ever was. */
  liftedAt: string | null;
}

/** Reads it in one round trip; null for a village that is gone. */
export async function loadTrust(
  ctx: Pick<VillageCtx, "directory"> & { tenant: Pick<VillageCtx["tenant"], "villageId"> },
): Promise<TrustFacts | null> {
  const { directory, tenant } = ctx;
  const isOwn = and(eq(claims.villageId, tenant.villageId), eq(claims.kind, "verification"));
  const [found, letters, rows, [lifted]] = await directory.batch([
    directory
      .select()
      .from(villages)
      .where(and(eq(villages.id, tenant.villageId), ne(villages.state, "erased"))),
    directory
      .select()
      .from(claims)
      .where(and(isOwn, or(eq(claims.basis, "letter"), eq(claims.state, "waiting"))))
      .orderBy(claims.askedAt),
    selectContests(directory, tenant.villageId),
    directory
      .select({ at: directoryAudit.at })
      .from(directoryAudit)
      .where(and(eq(directoryAudit.villageId, tenant.villageId), eq(directoryAudit.action, LIFT_SUSPENSION)))
      .orderBy(desc(directoryAudit.id))
      .limit(1),
  ]);
  const village = found[0];
  if (!village) return null;
  const contests = contestsOf(rows);
  const replies = contests.flatMap((each) => each.replies);
  return {
    village,
    letters: letters.filter((claim) => claim.basis === "letter"),
    contests,
    liftedAt: lifted?.at ?? null,
    lost: village.state === "suspended" ? lostOf(contests) : null,
    isDecisionOpen:
      letters.some(needsDecision) ||
      contests.some(({ claim }) => needsDecision(claim)) ||
      replies.some((reply) => reply.kind === "objection" && reply.state === "waiting"),
  };
}

function contestsOf(rows: Awaited<ReturnType<typeof selectContests>>): TrustFacts["contests"] {
  const found = new Map<string, TrustFacts["contests"][number]>();
  for (const { claim, reply } of rows) {
    const known = found.get(claim.id) ?? { claim, replies: [] };
    if (reply) known.replies.push(reply);
    found.set(claim.id, known);
  }
  return [...found.values()];
}

function lostOf(contests: TrustFacts["contests"]): ClaimRow | null {
  return contests.find(({ claim }) => claim.state === "accepted")?.claim ?? null;
}
