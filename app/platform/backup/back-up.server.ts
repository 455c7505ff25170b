import type { BaseCtx } from "#app/context.ts";
import { type BackupRow, listBackups } from "#db/backup/backup-rows.ts";
import { clearCutOff } from "#db/backup/keep-backups.ts";
import { takeBackup } from "#db/backup/take-backup.ts";
import { type BackupSubject, SHARED_SUBJECTS, type Vault } from "#db/backup/vault.ts";
import { isFault, verifyBackup } from "#db/backup/verify-backup.ts";
import { raiseAlert, settleAlert } from "../alerts.ts";

type BackupCtx = Pick<BaseCtx, "directory" | "now" | "log">;

/** A night's backup is not taken twice: a run that was cut off after it goes on with trying it out. */
const SAME_NIGHT_MS = 12 * 3_600_000;
const DAY_MS = 86_400_000;

export interface BackUp {
  subject: BackupSubject;
  /** As the operator knows it: `desa Sesela (52.01.09.2003)`. */
  name: string;
  /** Days after which a backup of this database is tried out again; 0 tries out each. */
  verifyDays: number;
}

/**
 * The night's backup of one database, tried out where that is due. What goes wrong is told to the operator and settles
 * itself by the next one that goes well.
 * @throws anything that another try may mend; a backup that is itself at fault is not tried again before the next night
 */
export async function backUp(ctx: BackupCtx, vault: Vault, what: BackUp): Promise<void> {
  const { owner } = what.subject;
  const failedKey = `backup-failed:${owner}`;
  try {
    await clearCutOff(vault, what.subject, ctx.now);
    const known = await listBackups(ctx.directory, owner);
    const backup = tonightsOf(known, ctx.now) ?? (await takeBackup(vault, what.subject, "nightly", ctx.now));
    if (isTrialDue(known, what.verifyDays, ctx.now)) await tryOut(ctx, vault, what, backup);
    await settleAlert(ctx, failedKey);
  } catch (error) {
    ctx.log.error("backup.failed", error, { owner });
    await raiseAlert(ctx, {
      key: failedKey,
      severity: "peringatan",
      sentence: `Cadangan ${what.name} gagal dan dicoba lagi. Bila besok masih gagal, periksa ruang cakram, penyimpanan berkas, dan server basis data.`,
      villageId: villageOf(owner),
    });
    throw error;
  }
}

async function tryOut(ctx: BackupCtx, vault: Vault, what: BackUp, backup: BackupRow): Promise<void> {
  const { owner } = what.subject;
  const key = `backup-unverified:${owner}`;
  try {
    await verifyBackup(vault, backup, what.subject, ctx.now);
    await settleAlert(ctx, key);
  } catch (error) {
    if (!isFault(error)) throw error;
    ctx.log.error("backup.unusable", error, { owner });
    await raiseAlert(ctx, {
      key,
      severity: "gawat",
      sentence: `Cadangan ${what.name} tersimpan, tetapi tidak dapat dipulihkan saat diuji. Buat cadangan baru sekarang dan periksa penyimpanan berkas.`,
      villageId: villageOf(owner),
    });
  }
}

function tonightsOf(known: readonly BackupRow[], now: Date): BackupRow | null {
  const since = new Date(now.getTime() - SAME_NIGHT_MS).toISOString();
  // One of a time that has not come was taken by a clock that had jumped ahead.
  const isTonight = ({ takenAt }: BackupRow) => takenAt > since && takenAt <= now.toISOString();
  return known.find((row) => row.reason === "nightly" && isTonight(row)) ?? null;
}

function isTrialDue(known: readonly BackupRow[], verifyDays: number, now: Date): boolean {
  // Half a day less: nights are a day apart, give or take the time that the work takes.
  const since = new Date(now.getTime() - verifyDays * DAY_MS + SAME_NIGHT_MS).toISOString();
  return !known.some(
    ({ verifiedAt }) => verifiedAt !== null && verifiedAt > since && verifiedAt <= now.toISOString(),
  );
}

function villageOf(owner: string): string | undefined {
  return SHARED_SUBJECTS.some((shared) => shared.owner === owner) ? undefined : owner;
}

/** An alert for a deployment without BACKUP_KEY: nothing is backed up there. */
export async function tellOfMissingKey(ctx: BackupCtx): Promise<void> {
  await raiseAlert(ctx, {
    key: "backup-key-missing",
    severity: "gawat",
    sentence:
      "BACKUP_KEY belum diatur, jadi tidak ada basis data yang dicadangkan. Lihat docs/operations.md.",
  });
}
