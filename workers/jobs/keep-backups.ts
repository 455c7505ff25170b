import { sql } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { raiseAlert, settleAlert } from "#app/platform/alerts.ts";
import { backUp, tellOfMissingKey } from "#app/platform/backup/back-up.server.ts";
import { isClockSettled } from "#app/platform/jobs/clock-trust.ts";
import { listBackups } from "#db/backup/backup-rows.ts";
import { deleteExpired } from "#db/backup/keep-backups.ts";
import { type BackupSubject, DIRECTORY_OWNER, SHARED_SUBJECTS, type Vault } from "#db/backup/vault.ts";
import { dropReplaced } from "#db/restore/drop-replaced.ts";

/** 01 WIB, an hour in which nobody works. */
const NIGHT_HOUR_UTC = 18;
const HOUR_MS = 3_600_000;
/** At night where the last one is this old, at any hour where the machine slept through the night. */
const NIGHTLY_AFTER_HOURS = 20;
const MAKE_UP_AFTER_HOURS = 26;
/** Each is a few objects; what is left waits for the next hour. */
const EXPIRED_PER_RUN = 300;
const LATE_HOURS = 50;
const LATE_ALERT = "backup-late";

/**
 * Hourly: backs up directory and comparison at night and tries both out, deletes backups and replaced databases whose
 * time is over, and tells
 * the operator of villages whose nightly backup has not come.
 */
export async function keepBackups(ctx: BaseCtx): Promise<number> {
  const { vault } = ctx;
  if (!vault) {
    await tellOfMissingKey(ctx);
    return 0;
  }
  let done = 0;
  for (const subject of SHARED_SUBJECTS) if (await backUpShared(ctx, vault, subject)) done++;
  if (await isClockSettled(ctx)) done += await deleteExpired(vault, ctx.now, EXPIRED_PER_RUN);
  done += await dropReplaced(vault.place, vault.keepDays, ctx.now);
  await tellOfLateOnes(ctx);
  return done;
}

/** One that fails keeps the other from nothing; the operator was told. */
async function backUpShared(ctx: BaseCtx, vault: Vault, subject: BackupSubject): Promise<boolean> {
  const known = await listBackups(ctx.directory, subject.owner, 10);
  const newest = known.find(({ takenAt }) => takenAt <= ctx.now.toISOString());
  const hours = newest ? (ctx.now.getTime() - Date.parse(newest.takenAt)) / HOUR_MS : MAKE_UP_AFTER_HOURS;
  const isNight = ctx.now.getUTCHours() === NIGHT_HOUR_UTC;
  if (hours < (isNight ? NIGHTLY_AFTER_HOURS : MAKE_UP_AFTER_HOURS)) return false;
  const name = subject.owner === DIRECTORY_OWNER ? "direktori" : "basis data perbandingan";
  try {
    await backUp(ctx, vault, { subject, name, verifyDays: 0 });
    return true;
  } catch {
    return false;
  }
}

async function tellOfLateOnes(ctx: BaseCtx): Promise<void> {
  const since = new Date(ctx.now.getTime() - LATE_HOURS * HOUR_MS).toISOString();
  const late = await ctx.directory.all<{ name: string }>(sql`SELECT v.name FROM villages v
    WHERE v.state = 'active' AND v.activated_at <= ${since} AND NOT EXISTS (
      SELECT 1 FROM backups b WHERE b.owner = v.id AND b.taken_at > ${since} AND b.state IN ('stored', 'verified'))
    ORDER BY v.activated_at LIMIT 1000`);
  if (late.length === 0) return settleAlert(ctx, LATE_ALERT);
  const names = late.slice(0, 5).map(({ name }) => name);
  const others = late.length > names.length ? ` dan ${late.length - names.length} desa lain` : "";
  await raiseAlert(ctx, {
    key: LATE_ALERT,
    severity: "peringatan",
    sentence: `Belum dicadangkan lebih dari dua hari: ${names.join(", ")}${others}. Periksa surat mati dan peringatan cadangan.`,
  });
}
