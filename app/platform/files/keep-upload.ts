import type { VillageCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { FILE_FIELD, OVERSIZED_FILE_TYPE } from "#app/platform/http/read-form.ts";
import { refusedFile } from "./file-field.ts";
import { storeUpload, type UploadRules } from "./store-upload.ts";

/** Hidden fields that carry a stored file through a form that came back with errors. */
export const KEPT_ID_FIELD = "berkas_id";
export const KEPT_NAME_FIELD = "berkas_nama";

/**
 * Stores the file of a form before the form is judged, so that a wrong date doesn't cost the upload. Afterwards
 * `berkas` holds the id of the stored file (of this post or an earlier one) or a stand-in that `uploadField()` turns
 * into a sentence. Call it before `submitForm`.
 */
export async function keepUpload(ctx: VillageCtx, form: FormData, rules: UploadRules): Promise<void> {
  const sent = form.get(FILE_FIELD);
  form.delete(FILE_FIELD);
  if (sent instanceof File && sent.size > 0) await storeSent(ctx, form, sent, rules);
  const keptId = form.get(KEPT_ID_FIELD);
  if (!form.has(FILE_FIELD) && typeof keptId === "string" && keptId !== "") form.set(FILE_FIELD, keptId);
}

async function storeSent(ctx: VillageCtx, form: FormData, sent: File, rules: UploadRules): Promise<void> {
  if (sent.type === OVERSIZED_FILE_TYPE) return form.set(FILE_FIELD, sent);
  try {
    const row = await storeUpload(ctx, sent, rules);
    form.set(KEPT_ID_FIELD, row.id);
    form.set(KEPT_NAME_FIELD, row.name);
  } catch (error) {
    // Not lost sight of: whoever sends the form again must know that its file did not come along.
    form.set(FILE_FIELD, sent);
    if (!(error instanceof FieldError)) throw error;
    form.set(FILE_FIELD, refusedFile(error.message));
  }
}
