import { newId, newToken, sha256Hex } from "#app/platform/ids.ts";
import { erasures } from "#db/directory/schema/backups.ts";
import { jobs } from "#db/village/schema/jobs.ts";
import type { AppVillage } from "./app.ts";

/** An export that can be fetched, and the proof of a village that has left. */
export interface DataIds {
  exportId: string;
  proofToken: string;
}

export async function seedDataStage({ ctx }: AppVillage): Promise<DataIds> {
  const at = ctx.now.toISOString();
  const exportId = newId(ctx.now);
  await ctx.db.insert(jobs).values({
    id: exportId,
    kind: "data-export",
    payload: {},
    state: "done",
    progress: { bytes: 0, rows: 1_234, files: 56, missing: 1, expiresAt: "2099-01-01T00:00:00.000Z" },
    createdAt: at,
    finishedAt: at,
  });
  const proofToken = newToken();
  await ctx.directory.insert(erasures).values({
    villageId: newId(ctx.now),
    name: "Penimbung",
    regionCode: "52.01.14.2008",
    reason: "exit",
    askedBy: "Lalu Ahmad, Kepala Desa",
    askedAt: at,
    startedAt: at,
    finishedAt: at,
    step: "done",
    removed: {
      databases: 2,
      published: 0,
      files: 40,
      fileBytes: 9_000_000,
      backups: 30,
      backupBytes: 12_000_000,
      keys: 2,
    },
    proofHash: await sha256Hex(proofToken),
  });
  return { exportId, proofToken };
}
