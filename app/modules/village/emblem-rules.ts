import type { UploadRules } from "#app/platform/files/store-upload.ts";

/** The emblem stands on paper and on the public page. */
export const EMBLEM_UPLOAD: UploadRules = {
  purpose: "emblem",
  accept: ["printable-image"],
  isPublic: true,
};
