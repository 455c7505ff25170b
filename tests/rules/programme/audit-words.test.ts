import { describe, expect, it } from "vitest";
import { AUDIT_WORDS } from "#app/modules/programme/audit-words.ts";
import { auditSentence } from "#app/platform/audit-words.ts";

describe("the programme's audit sentences", () => {
  const say = (action: string, details: Record<string, unknown>) =>
    auditSentence({ action, actorName: "Budi", details }, AUDIT_WORDS);

  it("end with one full stop, whatever people wrote", () => {
    expect(say("update.return", { triwulan: 1, alasan: "Salah jumlah, hitung lagi." })).toBe(
      "Budi mengembalikan laporan Triwulan I. Alasan: Salah jumlah, hitung lagi.",
    );
    expect(say("deviation.explain", { penyebab: "Hujan.", perbaikan: "Menambah hari. " })).toBe(
      "Budi menjelaskan keterlambatan. Penyebab: Hujan. Perbaikan: Menambah hari.",
    );
    expect(say("spending.record", { jumlah: 5000, keterangan: "Kwitansi 165." })).toMatch(/165\.$/);
    expect(say("spending.record", { jumlah: 5000, keterangan: "Kwitansi 165." })).not.toContain("..");
  });
});
