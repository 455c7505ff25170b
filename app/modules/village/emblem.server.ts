import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { DocumentImage, LetterheadBlock } from "#app/platform/document/blocks.ts";
import { letterheadOf } from "#app/platform/letterhead.ts";
import { files, villageProfile } from "#db/village/schema/village.ts";
import type { ProfileRow } from "./profile.server.ts";

/** Query for the file row of the village's emblem; none where it has no emblem. */
export function selectEmblem(ctx: VillageCtx) {
  return ctx.db
    .select({ storageKey: files.storageKey, mediaType: files.mediaType })
    .from(villageProfile)
    .innerJoin(files, eq(files.id, villageProfile.emblemFileId));
}

type EmblemRow = Awaited<ReturnType<typeof selectEmblem>>[number];

/** The emblem's bytes for paper; undefined where it is missing, so that a letter is printed all the same. */
export async function readEmblem(
  ctx: VillageCtx,
  row: EmblemRow | undefined,
): Promise<DocumentImage | undefined> {
  if (row?.mediaType !== "image/png" && row?.mediaType !== "image/jpeg") return undefined;
  const file = await ctx.files.get(row.storageKey);
  return file ? { bytes: file.bytes, type: row.mediaType } : undefined;
}

/** The village's kop with its emblem, for anything printed. One round trip, and one read of the file store. */
export async function loadLetterhead(ctx: VillageCtx, profile: ProfileRow): Promise<LetterheadBlock> {
  const [row] = profile.emblemFileId ? await selectEmblem(ctx) : [];
  return letterheadOf(profile, await readEmblem(ctx, row));
}
