import { and, eq, sql } from "drizzle-orm";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { signups, villages } from "#db/directory/schema/villages.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { findMigrationTarget } from "#db/migration-target.ts";
import { migrations } from "#db/village/migrations/bundle.ts";
import type { SignupRow } from "./queries.server.ts";
import type { SignupCtx } from "./resume-signup.server.ts";
import { staffVillage } from "./staff-village.server.ts";

type Step = SignupRow["signup"]["step"];
type Work = (ctx: SignupCtx, row: SignupRow) => Promise<void>;

/** What is to be done at each step; each leaves the row at the next one, unless another runner has moved it. */
export const NEXT_STEP: Record<Exclude<Step, "active">, Work> = {
  reserved: createDatabase,
  created: migrateVillage,
  migrated: giveFirstAccount,
  staffed: activate,
};

async function createDatabase(ctx: SignupCtx, row: SignupRow): Promise<void> {
  const { home, database } = row.village;
  await ctx.homes.provisionerOf(home).createDatabase(database);
  await move(ctx, row, { step: "created" });
}

async function migrateVillage(ctx: SignupCtx, row: SignupRow): Promise<void> {
  const home = ctx.homes.get(row.village.home);
  const target = await findMigrationTarget(ctx.directory, migrations, ctx.now);
  const allowed = migrations.slice(0, target.version);
  const version = await migrateDatabase(home, row.village.database, allowed, ctx.now.toISOString());
  await ctx.directory.batch([
    ctx.directory
      .update(villages)
      .set({ schemaVersion: sql`max(${villages.schemaVersion}, ${version})` })
      .where(eq(villages.id, row.village.id)),
    move(ctx, row, { step: "migrated" }),
  ]);
}

async function giveFirstAccount(ctx: SignupCtx, row: SignupRow): Promise<void> {
  await staffVillage(ctx, row);
  await move(ctx, row, { step: "staffed", firstAccount: null });
}

/** All at once: the village answers, its due work is on the calendar, the sign-up is over. */
async function activate(ctx: SignupCtx, row: SignupRow): Promise<void> {
  const now = ctx.now.toISOString();
  const villageId = row.village.id;
  const due = ctx.dueKinds.map((kind) =>
    ctx.directory.insert(dueJobs).values({ villageId, kind, dueAt: now }).onConflictDoNothing(),
  );
  await ctx.directory.batch([
    ctx.directory
      .update(villages)
      .set({ state: "active", activatedAt: now })
      .where(and(eq(villages.id, villageId), eq(villages.state, "provisioning"))),
    ...due,
    move(ctx, row, { step: "active", finishedAt: now, leasedUntil: null, lastError: null }),
  ]);
}

function move(ctx: SignupCtx, { signup }: SignupRow, changes: Partial<typeof signups.$inferInsert>) {
  return ctx.directory
    .update(signups)
    .set(changes)
    .where(and(eq(signups.id, signup.id), eq(signups.step, signup.step)));
}
