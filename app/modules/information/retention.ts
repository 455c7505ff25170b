import { and, asc, eq, isNotNull, lt, ne, notInArray } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { KeptRecord, RetentionRule } from "#app/platform/privacy/retention-rule.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { eraseApplicant } from "./erase-applicant.server.ts";
import { ERASED_PURPOSE } from "./requests.server.ts";

const CHUNK = 100;

/** How long it is known who asked. */
export const informationRetention: readonly RetentionRule[] = [
  {
    kind: "information.applicants",
    name: "Data pemohon informasi yang sudah dijawab",
    reason:
      "Keberatan dan sengketa informasi masih mungkin; sesudah itu register cukup tanpa nama (UU 27/2022).",
    keep: { unit: "months", standard: 24, least: 12, most: 60 },
    removal: { how: "run", run: eraseOld },
  },
];

/** What of it is never removed. */
export const informationRecordsKept: readonly KeptRecord[] = [
  {
    name: "Register permohonan informasi tanpa nama pemohon, dan daftar informasi publik",
    reason: "Kewajiban badan publik mengumumkan layanan informasinya (UU 14/2008).",
  },
];

async function eraseOld(ctx: VillageCtx, before: string): Promise<{ removed: number; isMore: boolean }> {
  const { state, answeredOn, purpose, id } = informationRequests;
  const rows = await ctx.db
    .select({ id })
    .from(informationRequests)
    .where(
      and(
        notInArray(state, ["received", "extended"]),
        isNotNull(answeredOn),
        lt(answeredOn, before.slice(0, 10)),
        ne(purpose, ERASED_PURPOSE),
      ),
    )
    .orderBy(asc(id))
    .limit(CHUNK + 1);
  for (const row of rows.slice(0, CHUNK)) {
    const change = await eraseApplicant(ctx);
    await ctx.db.update(informationRequests).set(change).where(eq(id, row.id));
  }
  return { removed: Math.min(rows.length, CHUNK), isMore: rows.length > CHUNK };
}
