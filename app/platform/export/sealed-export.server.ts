import type { VillageCtx } from "#app/context.ts";
import { exportPrefix } from "#db/backup/object-keys.ts";
import { PartWriter, removeObjects } from "#db/backup/object-parts.ts";
import type { ExportRules } from "#db/export/export-rules.ts";
import { exportVillage } from "#db/export/export-village.ts";
import type { ExportCounts } from "#db/export/export-zip.ts";
import { joinBytes } from "#db/sealed/bytes.ts";
import type { SealKey } from "#db/sealed/seal-key.ts";
import { startSealed } from "#db/sealed/sealed-writer.ts";

/** Bytes of the zip that are sealed together. */
const FRAME_BYTES = 512 * 1024;

export interface SealedExport extends ExportCounts {
  bytes: number;
}

/** Where the parts of one export lie. */
export function exportKey(villageId: string, exportId: string): string {
  return `${exportPrefix(villageId)}${exportId}/`;
}

/**
 * Writes a village's whole export, sealed under a key, as numbered objects: a frame and a part are in memory, whatever
 * its size. What an earlier try left is removed first.
 * @param onProgress told after each frame
 */
export async function writeSealedExport(
  ctx: VillageCtx,
  exportId: string,
  key: SealKey,
  rules: ExportRules,
  onProgress: (bytes: number) => Promise<void>,
): Promise<SealedExport> {
  const { tenant, now } = ctx;
  const prefix = exportKey(tenant.villageId, exportId);
  await removeObjects(ctx.files, prefix);
  const about = { village: tenant.name, code: tenant.regionCode, madeAt: now.toISOString() };
  const writer = await startSealed(key, { content: "export", packing: "none", about });
  const parts = new PartWriter(ctx.files, prefix);
  await parts.write(writer.head);
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const seal = async (isFinal: boolean) => {
    const whole = joinBytes(held);
    [held, heldBytes] = [[], 0];
    // A file is one chunk: it is cut, so that no frame is longer than its reader allows.
    for (let from = 0; from < whole.length || from === 0; from += FRAME_BYTES) {
      const isLast = isFinal && from + FRAME_BYTES >= whole.length;
      await parts.write(await writer.frame(whole.slice(from, from + FRAME_BYTES), isLast));
    }
    await onProgress(parts.bytes);
  };
  const village = { id: tenant.villageId, ...tenant };
  const counts = await exportVillage({ place: ctx, village, files: ctx.files, rules, now }, async (chunk) => {
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes >= FRAME_BYTES) await seal(false);
  });
  await seal(true);
  await parts.flush();
  return { ...counts, bytes: parts.bytes };
}
