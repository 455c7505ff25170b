import { and, count, inArray, isNull, sql } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { backups, erasures } from "#db/directory/schema/backups.ts";
import { deadLetters, dueJobs, sweepRuns } from "#db/directory/schema/jobs.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { signups, villages } from "#db/directory/schema/villages.ts";
import { checkHome } from "#db/homes/health.ts";
import { isLate } from "./load-home.server.ts";

/** One figure under one name; its labels tell its values apart. */
export interface Metric {
  name: string;
  help: string;
  values: { labels?: Record<string, string>; value: number }[];
}

/**
 * What a monitor asks of a deployment, from directory rows alone and a look at each home: no village is opened, nobody is
 * named. One round trip.
 */
export async function loadMetrics(
  ctx: Pick<BaseCtx, "directory" | "homes" | "now">,
  check: typeof checkHome = checkHome,
): Promise<Metric[]> {
  const [[held, versions, totals, late, letters, waiting, open, [copies], [kept], swept, going], health] =
    await Promise.all([
      readDirectory(ctx),
      Promise.all(ctx.homes.all.map(async (home) => ({ home, health: await check(home) }))),
    ]);
  const gauge = (name: string, help: string, ...values: Metric["values"]): Metric => ({ name, help, values });
  const one = (rows: readonly { count: number }[]) => ({ value: rows[0]?.count ?? 0 });
  const ageOf = (at: string) => Math.max(0, (ctx.now.getTime() - Date.parse(at)) / 1000);
  return [
    gauge("villages", "Villages by state, trust and home.", ...held.map(villageValue)),
    gauge(
      "villages_schema",
      "Villages in use by schema version.",
      ...versions.map((row) => ({ labels: { version: String(row.version) }, value: row.count })),
    ),
    gauge("migration_errors", "Villages whose last migration failed.", { value: totals[0]?.errors ?? 0 }),
    gauge("due_jobs_late", "Due work that no sweep has taken up in time.", one(late)),
    gauge("dead_letters_open", "Work that was given up and not settled.", one(letters)),
    gauge("signups_open", "Sign-ups on their way.", one(waiting)),
    gauge("erasures_open", "Erasures that are not over.", one(going)),
    gauge(
      "alerts_open",
      "Alerts that nobody has settled.",
      ...(["peringatan", "gawat"] as const).map((severity) => ({
        labels: { severity },
        value: open.find((row) => row.severity === severity)?.count ?? 0,
      })),
    ),
    gauge(
      "backup_oldest_age_seconds",
      "Age of the latest backup of the village that waits longest for one.",
      ...(copies?.oldest ? [{ value: ageOf(copies.oldest) }] : []),
    ),
    gauge("villages_without_backup", "Active villages that have no backup.", {
      value: (totals[0]?.active ?? 0) - (copies?.villages ?? 0),
    }),
    gauge(
      "storage_bytes",
      "Bytes that files and backups take up.",
      { labels: { kind: "files" }, value: totals[0]?.fileBytes ?? 0 },
      { labels: { kind: "backups" }, value: kept?.bytes ?? 0 },
    ),
    gauge(
      "sweep_age_seconds",
      "Time since a sweep last ended well.",
      ...swept.map((row) => ({ labels: { sweep: row.sweep }, value: ageOf(row.at) })),
    ),
    gauge(
      "home_up",
      "Whether a home of databases serves.",
      ...health.map(({ home, health: { isUp } }) => ({ labels: homeLabels(home), value: isUp ? 1 : 0 })),
    ),
    gauge(
      "home_check_seconds",
      "How long a home took to answer.",
      ...health.map(({ home, health: { millis } }) => ({ labels: homeLabels(home), value: millis / 1000 })),
    ),
  ];
}

function homeLabels({ name, kind }: { name: string; kind: string }) {
  return { home: name, kind };
}

function villageValue(row: { state: string; trust: string; home: string; count: number }) {
  const { state, trust, home } = row;
  return { labels: { state, trust, home }, value: row.count };
}

function readDirectory({ directory, now }: Pick<BaseCtx, "directory" | "now">) {
  const isInUse = inArray(villages.state, ["active", "suspended"]);
  const isGood = inArray(backups.state, ["stored", "verified"]);
  return directory.batch([
    directory
      .select({ state: villages.state, trust: villages.trust, home: villages.home, count: count() })
      .from(villages)
      .groupBy(villages.state, villages.trust, villages.home),
    directory
      .select({ version: villages.schemaVersion, count: count() })
      .from(villages)
      .where(isInUse)
      .groupBy(villages.schemaVersion),
    directory
      .select({
        errors: count(villages.migrationError),
        fileBytes: sql<number>`coalesce(sum(${villages.fileBytes}), 0)`,
        active: sql<number>`coalesce(sum(${villages.state} = 'active'), 0)`,
      })
      .from(villages)
      .where(isInUse),
    directory.select({ count: count() }).from(dueJobs).where(isLate(now)),
    directory.select({ count: count() }).from(deadLetters).where(isNull(deadLetters.settledAt)),
    directory.select({ count: count() }).from(signups).where(isNull(signups.finishedAt)),
    directory
      .select({ severity: alerts.severity, count: count() })
      .from(alerts)
      .where(isNull(alerts.settledAt))
      .groupBy(alerts.severity),
    directory.all<{ oldest: string | null; villages: number }>(sql`
      SELECT min(latest) AS oldest, count(*) AS villages FROM (
        SELECT max(b.taken_at) AS latest FROM backups b JOIN villages v ON v.id = b.owner
        WHERE v.state = 'active' AND b.state IN ('stored', 'verified') GROUP BY b.owner)`),
    directory
      .select({ bytes: sql<number>`coalesce(sum(${backups.sizeBytes}), 0)` })
      .from(backups)
      .where(isGood),
    directory
      .select({ sweep: sweepRuns.sweep, at: sql<string>`max(${sweepRuns.finishedAt})` })
      .from(sweepRuns)
      .where(and(isNull(sweepRuns.error), sql`${sweepRuns.finishedAt} IS NOT NULL`))
      .groupBy(sweepRuns.sweep),
    directory.select({ count: count() }).from(erasures).where(isNull(erasures.finishedAt)),
  ]);
}
