import type { OfficeCtx } from "#app/context.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { dayIn } from "#app/platform/clock.ts";
import { exportKey } from "#app/platform/export/sealed-export.server.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { readParts } from "#db/backup/object-parts.ts";
import { getReadyExport, progressOf } from "./exports.server.ts";

export interface FetchedExport {
  fileName: string;
  bytes: number;
  /** One part in memory at a time. */
  stream: ReadableStream<Uint8Array>;
}

/** Hands a finished export out; each time is written down before the first byte goes. */
export async function fetchExport(ctx: OfficeCtx, id: string): Promise<FetchedExport> {
  requirePermission(ctx, "village.export");
  requireMaySign(ctx);
  const row = await getReadyExport(ctx, id);
  const { bytes = 0, rows = 1 } = progressOf(row);
  await write(ctx, async ({ tx, audit }) => {
    await recordAccess(tx, ctx, { kind: "export", what: "village.all", subjectId: id, rowCount: rows });
    await audit({ action: "data.fetch-export", entity: "export", entityId: id });
    return null;
  });
  const day = dayIn(ctx.tenant.timeZone, new Date(row.createdAt));
  const parts = readParts(ctx.files, exportKey(ctx.tenant.villageId, id));
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  return { fileName: `${ctx.tenant.slug}-${day}.balai`, bytes, stream };
}
