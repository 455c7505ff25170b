import type { OfficeCtx } from "#app/context.ts";
import type { UploadRules } from "#app/platform/files/store-upload.ts";
import type { files } from "#db/village/schema/village.ts";

/** The scan of a letter: a photo or a PDF. */
export const SCAN: UploadRules = { purpose: "incoming-scan", accept: ["image", "pdf"] };

export interface ScanView {
  name: string;
  href: string;
  isPicture: boolean;
}

/** The scan with an address that this person may open for five minutes. */
export async function scanView(
  ctx: OfficeCtx,
  file: Pick<typeof files.$inferSelect, "name" | "mediaType" | "storageKey"> | null,
): Promise<ScanView | null> {
  if (!file) return null;
  const href = await ctx.fileUrl(file, ctx.actor.accountId);
  return { name: file.name, href, isPicture: file.mediaType.startsWith("image/") };
}
