import { eq, sql } from "drizzle-orm";
import { FieldError } from "#app/platform/errors.ts";
import { FILE_FIELD } from "#app/platform/http/read-form.ts";
import type { VillageTx } from "#db/open.ts";
import { files, settings } from "#db/village/schema/village.ts";
import { FILE_WORDS } from "./words.ts";

/** Room of a village whose settings say nothing else: 2 GB, some 5,000 photos as phones send them. */
export const DEFAULT_QUOTA_BYTES = 2 * 1024 ** 3;
/** Key in `settings`; its value is a number of bytes. */
export const QUOTA_SETTING = "files.quota-bytes";

/**
 * Holds a new file against the village's room, inside the transaction that records it, so that two uploads can't
 * share the last of it.
 * @throws FieldError at `berkas` with how much is used
 */
export async function requireRoom(tx: VillageTx, newBytes: number): Promise<void> {
  const [usage] = await tx.select({ bytes: sql<number>`coalesce(sum(${files.sizeBytes}), 0)` }).from(files);
  const [setting] = await tx.select().from(settings).where(eq(settings.key, QUOTA_SETTING));
  const quota = typeof setting?.value === "number" ? setting.value : DEFAULT_QUOTA_BYTES;
  const used = usage?.bytes ?? 0;
  if (used + newBytes > quota) throw new FieldError(FILE_FIELD, FILE_WORDS.quotaFull(used, quota));
}
