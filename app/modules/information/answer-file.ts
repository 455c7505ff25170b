import type { UploadRules } from "#app/platform/files/store-upload.ts";

/** What an applicant is given, kept with the answer: never public. */
export const ANSWER_FILE: UploadRules = { purpose: "information-answer", accept: ["image", "pdf"] };

/** A document of the public list. */
export const PUBLIC_FILE: UploadRules = { purpose: "public-document", accept: ["image", "pdf"] };
