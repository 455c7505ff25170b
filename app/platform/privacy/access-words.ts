/** What a module calls the fields and pages that stand in the access log: `accounts.phone` -> `nomor telepon`. */
export type AccessWords = Record<string, string>;

/** What an access-log row says besides its subject. */
export interface AccessFacts {
  kind: "reveal" | "open" | "export" | "unusual";
  actorName: string;
  what: string;
  rowCount: number;
  reason: string | null;
}

const UNUSUAL: Record<string, string> = {
  reveals: "data terlindung dibuka",
  openings: "catatan pribadi dibuka",
  export: "baris diekspor",
};

/** The sentence of one row; what no module has words for shows its code. */
export function accessSentence(row: AccessFacts, words: AccessWords): string {
  const what = Object.hasOwn(words, row.what) ? words[row.what] : row.what;
  if (row.kind === "reveal") return `${row.actorName} melihat ${what} dengan lengkap.`;
  if (row.kind === "open") return `${row.actorName} membuka ${what}.`;
  // Asked for, and nothing handed out yet.
  if (row.kind === "export" && row.rowCount === 0) return `${row.actorName} meminta ${what}.`;
  if (row.kind === "export") return `${row.actorName} mengambil ${what} (${row.rowCount} baris).`;
  const [why = "", limit = "", night] = (row.reason ?? "").split(":");
  const counted = UNUSUAL[why] ?? "kali";
  const when = night === "malam" ? " pada malam hari" : "";
  return `Lebih banyak dari biasanya: ${row.actorName}, ${row.rowCount} ${counted}${when}; batasnya ${limit || "-"}.`;
}
