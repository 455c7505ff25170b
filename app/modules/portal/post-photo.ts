import type { UploadRules } from "#app/platform/files/store-upload.ts";

/** The photo of a post: shown to everybody once the post is published, and to the office before. */
export const POST_PHOTO: UploadRules = { purpose: "post-photo", accept: ["image"] };
