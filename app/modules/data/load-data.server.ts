import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { listBackups } from "#db/backup/backup-rows.ts";
import { selectExitWish, wishIn } from "./exit-wish.server.ts";
import { progressOf, selectExports } from "./exports.server.ts";

/** What the Kepala Desa sees of the village's data: the last backup, exports, and the wish to leave. */
export async function loadData(ctx: OfficeCtx) {
  requirePermission(ctx, "village.export");
  const [[exports, wishes], backups] = await Promise.all([
    ctx.db.batch([selectExports(ctx.db), selectExitWish(ctx.db)]),
    listBackups(ctx.directory, ctx.tenant.villageId, 50),
  ]);
  const wish = wishIn(wishes);
  const { publicScheme, baseHost } = ctx.config;
  return {
    zone: ctx.tenant.timeZone,
    slug: ctx.tenant.slug,
    lastBackupAt: backups[0]?.takenAt ?? null,
    lastVerifiedAt: backups.find(({ verifiedAt }) => verifiedAt)?.verifiedAt ?? null,
    exports: exports.map((row) => ({
      id: row.id,
      state: row.state,
      createdAt: row.createdAt,
      ...progressOf(row),
      isReady: row.state === "done" && (progressOf(row).expiresAt ?? "") > ctx.now.toISOString(),
    })),
    exit: wish && {
      dueAt: wish.dueAt,
      name: wish.name,
      proofUrl: `${publicScheme}://${baseHost}/bukti-penghapusan/${wish.proofToken}`,
    },
  };
}
export type DataView = Awaited<ReturnType<typeof loadData>>;
