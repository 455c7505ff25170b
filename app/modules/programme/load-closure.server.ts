import { eq, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { programmes } from "#db/village/schema/programme.ts";
import { openUpdatesStatement } from "./open-updates.server.ts";

/** A year's programme and its reports that were not approved, in one round trip. @throws NotFoundError without one */
export async function loadClosure(ctx: VillageCtx, year: number) {
  const programmeId = sql<string>`(SELECT id FROM programmes WHERE year = ${year})`;
  const [found, open] = await ctx.db.batch([
    ctx.db.select().from(programmes).where(eq(programmes.year, year)),
    openUpdatesStatement(ctx.db, programmeId),
  ]);
  const programme = found[0];
  if (!programme) throw new NotFoundError("Program kerja tahun ini belum disusun.");
  return { programme, open };
}
