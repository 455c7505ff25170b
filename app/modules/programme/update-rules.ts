import type { AcceptedKind } from "#app/platform/files/accepted-kinds.ts";

/** What may stand behind a report. */
export const EVIDENCE_KINDS: readonly AcceptedKind[] = ["image", "pdf"];
export const EVIDENCE_PURPOSE = "evidence";
/** Photos and files of one report. */
export const MAX_EVIDENCE = 10;
