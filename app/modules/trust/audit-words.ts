import type { AuditWords } from "#app/platform/audit-words.ts";

/** What the village's audit log says of verification and contests. */
export const AUDIT_WORDS: AuditWords = {
  "claim.ask": () => "meminta verifikasi desa dengan surat pengantar",
  "claim.reply": () => "menjawab sanggahan atas pendaftaran desa",
};

/** Kinds by which the audit log can be narrowed. */
export const AUDIT_KINDS: Record<string, string> = { claim: "Verifikasi" };
