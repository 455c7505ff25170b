import { desc, eq } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { type BackupRow, listBackups } from "#db/backup/backup-rows.ts";
import { restores } from "#db/directory/schema/backups.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import { generationTime, listGenerations } from "#db/local/wal/log-store.ts";

/** What one village can be restored from. */
export interface RestorePoints {
  /** Nightly and other backups, newest first. */
  backups: BackupRow[];
  /** Any minute from `since` on; `since` is null where the home itself keeps the past and its plan says how much. */
  moments: { since: Date | null } | null;
  /** Where there are no minutes: why, for the operator. */
  noMoments: string | null;
  /** Restores of the past, newest first; their `previousDatabase` is a copy that can be restored. */
  restores: (typeof restores.$inferSelect)[];
}

const NIGHTLY_ONLY =
  "Rumah data ini hanya memiliki cadangan malam: server sqld tidak menyimpan keadaan per menit. Pilih salah satu cadangan.";
const NO_LOG_YET = "Belum ada catatan perubahan per menit untuk desa ini. Pilih salah satu cadangan.";

/** Lists backups, the minutes that can be gone back to, and earlier restores. */
export async function listRestorePoints(
  ctx: Pick<BaseCtx, "directory" | "homes" | "vault">,
  village: Pick<VillageRow, "id" | "home" | "database">,
): Promise<RestorePoints> {
  const past = ctx.directory
    .select()
    .from(restores)
    .where(eq(restores.villageId, village.id))
    .orderBy(desc(restores.at))
    .limit(20);
  const points = { backups: await listBackups(ctx.directory, village.id), restores: await past };
  if (ctx.homes.get(village.home).kind === "turso")
    return { ...points, moments: { since: null }, noMoments: null };
  if (!ctx.homes.provisionerOf(village.home).hasPointInTime)
    return { ...points, moments: null, noMoments: NIGHTLY_ONLY };
  const since = await firstMoment(ctx.vault, [
    village.database,
    ...points.restores.map((row) => row.previousDatabase),
  ]);
  return { ...points, moments: since && { since }, noMoments: since ? null : NO_LOG_YET };
}

async function firstMoment(vault: BaseCtx["vault"], databases: readonly string[]): Promise<Date | null> {
  if (!vault) return null;
  const first: number[] = [];
  for (const database of new Set(databases)) {
    const [generation] = await listGenerations({ store: vault.files, database });
    if (generation) first.push(generationTime(generation));
  }
  return first.length > 0 ? new Date(Math.min(...first)) : null;
}
