import { and, eq, gt, sql } from "drizzle-orm";
import type { Tenant } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { FILE_FIELD } from "#app/platform/http/read-form.ts";
import type { VillageTx } from "#db/open.ts";
import { files } from "#db/village/schema/village.ts";
import { FILE_WORDS } from "./words.ts";

/** Room of a village to which no operator gave another: 2 GB, some 5,000 photos as phones send them. */
export const DEFAULT_QUOTA_BYTES = 2 * 1024 ** 3;

/** Bytes that a village's files may take up. It lies in the directory, so that no restore takes it back. */
export function quotaOf({ quotaBytes }: Pick<Tenant, "quotaBytes">): number {
  return quotaBytes ?? DEFAULT_QUOTA_BYTES;
}

/** Under this name files stand that anybody may send. */
export const ANYBODY = "publik";

/** Of the room all that anybody sends in a week may take up an eighth, what one resident sends a twentieth: the office goes on. */
const SHARES = { anybody: 1 / 8, resident: 1 / 20 };
const WEEK_MILLIS = 7 * 86_400_000;

/**
 * Holds what somebody from outside the office sent within a week, whether a record took it or not, against his share of
 * the room.
 * @throws FieldError at `berkas`
 */
export async function requireShare(
  tx: VillageTx,
  tenant: Tenant,
  {
    createdBy,
    sizeBytes,
    createdAt,
  }: Pick<typeof files.$inferSelect, "createdBy" | "sizeBytes" | "createdAt">,
): Promise<void> {
  const aWeekAgo = new Date(Date.parse(createdAt) - WEEK_MILLIS).toISOString();
  const share = createdBy === ANYBODY ? SHARES.anybody : SHARES.resident;
  const [usage] = await tx
    .select({ bytes: sql<number>`coalesce(sum(${files.sizeBytes}), 0)` })
    .from(files)
    .where(and(eq(files.createdBy, createdBy), gt(files.createdAt, aWeekAgo)));
  if ((usage?.bytes ?? 0) + sizeBytes > quotaOf(tenant) * share)
    throw new FieldError(FILE_FIELD, FILE_WORDS.shareFull);
}

/**
 * Holds a new file against the village's room, inside the transaction that records it, so that two uploads can't
 * share the last of it.
 * @throws FieldError at `berkas` with how much is used
 */
export async function requireRoom(tx: VillageTx, tenant: Tenant, newBytes: number): Promise<void> {
  const [usage] = await tx.select({ bytes: sql<number>`coalesce(sum(${files.sizeBytes}), 0)` }).from(files);
  const quota = quotaOf(tenant);
  const used = usage?.bytes ?? 0;
  if (used + newBytes > quota) throw new FieldError(FILE_FIELD, FILE_WORDS.quotaFull(used, quota, newBytes));
}
