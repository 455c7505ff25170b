import type { UploadRules } from "#app/platform/files/store-upload.ts";

/** A letter of a village: a photo or PDF, counted against its room. */
export const LETTER_RULES: UploadRules = { purpose: "letter", accept: ["image", "pdf"] };
