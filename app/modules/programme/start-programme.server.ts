import { and, eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { tell } from "#app/platform/inbox.ts";
import { type Write, write } from "#app/platform/write.ts";
import { programmes } from "#db/village/schema/programme.ts";
import { listActivities, type ProgrammeRow } from "./queries.server.ts";
import { isDueToRun } from "./rules.ts";
import { listTeam, todayOf } from "./running-queries.server.ts";
import { INBOX } from "./running-words.ts";

/** Sets approved programmes running whose 1 January has come, and tells everybody who works on one. */
export async function startProgrammes(ctx: VillageCtx): Promise<void> {
  const approved = await ctx.db.select().from(programmes).where(eq(programmes.state, "approved"));
  const today = todayOf(ctx);
  for (const programme of approved)
    if (isDueToRun(programme.state, programme.year, today))
      await write(ctx, (work) => start(ctx, work, programme));
}

async function start(ctx: VillageCtx, { tx, audit }: Write, { id, year }: ProgrammeRow): Promise<void> {
  const [moved] = await tx
    .update(programmes)
    .set({ state: "running" })
    .where(and(eq(programmes.id, id), eq(programmes.state, "approved")))
    .returning();
  const details = { tahun: year, ...(!moved && { sudah: true }) };
  await audit({ action: "programme.start", entity: "programme", entityId: id, details });
  if (!moved) return;
  const team = new Set<string>();
  for (const activity of await listActivities(tx, id))
    for (const accountId of await listTeam(tx, activity)) team.add(accountId);
  await tell(ctx, tx, team, {
    onceKey: `programme.start:${id}`,
    title: INBOX.programmeStarted(year),
    href: `/kantor/program-kerja/${year}`,
  });
}
