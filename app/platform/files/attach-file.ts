import { and, eq, isNull } from "drizzle-orm";
import { FieldError } from "#app/platform/errors.ts";
import { FILE_FIELD } from "#app/platform/http/read-form.ts";
import type { VillageTx } from "#db/open.ts";
import { files } from "#db/village/schema/village.ts";
import type { FileRow } from "./store-upload.ts";
import { FILE_WORDS } from "./words.ts";

/** Who attaches, and when. */
export interface Attaching {
  accountId: string;
  now: Date;
}

/**
 * Ties a stored file to the record that the transaction writes. Only who sent it may, for the purpose that it was sent
 * for, and once.
 * @throws FieldError at `berkas` where there is no such file
 */
export async function attachFile(
  tx: VillageTx,
  fileId: string,
  purpose: string,
  by: Attaching,
): Promise<FileRow> {
  const [row] = await tx
    .update(files)
    .set({ attachedAt: by.now.toISOString() })
    .where(
      and(
        eq(files.id, fileId),
        eq(files.purpose, purpose),
        eq(files.createdBy, by.accountId),
        isNull(files.attachedAt),
      ),
    )
    .returning();
  if (!row) throw new FieldError(FILE_FIELD, FILE_WORDS.gone);
  return row;
}

/** Lets go of a file that its record no longer points to; the sweep removes it. */
export async function detachFile(tx: VillageTx, fileId: string): Promise<void> {
  await tx.update(files).set({ attachedAt: null }).where(eq(files.id, fileId));
}
