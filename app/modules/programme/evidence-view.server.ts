import type { OfficeCtx } from "#app/context.ts";
import type { EvidenceRow } from "./load-activity.server.ts";

/** A photo or file behind a report, with the addresses that this person may open for five minutes. */
export interface EvidenceView {
  id: string;
  name: string;
  href: string;
  /** Address of the small picture; null where the file is none. */
  picture: string | null;
  sizeBytes: number;
  /** Do residents see it on the public page? */
  isPublic: boolean;
}

/** Files by the report that they stand behind, each with a signed address. */
export async function evidenceViews(
  ctx: OfficeCtx,
  rows: readonly EvidenceRow[],
): Promise<Map<string, EvidenceView[]>> {
  const views = new Map<string, EvidenceView[]>();
  for (const row of rows) {
    const of = views.get(row.updateId) ?? [];
    of.push(await viewOf(ctx, row.file));
    views.set(row.updateId, of);
  }
  return views;
}

async function viewOf(ctx: OfficeCtx, file: EvidenceRow["file"]): Promise<EvidenceView> {
  const { id, name, mediaType, sizeBytes, thumbnailKey, isPublic } = file;
  const href = await ctx.fileUrl(file, ctx.actor.accountId);
  const small = thumbnailKey ? await ctx.fileUrl({ storageKey: thumbnailKey }, ctx.actor.accountId) : href;
  return { id, name, href, picture: mediaType.startsWith("image/") ? small : null, sizeBytes, isPublic };
}
