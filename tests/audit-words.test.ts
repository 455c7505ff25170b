import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AUDIT_KINDS, AUDIT_WORDS } from "#app/registry.ts";

/** Every action that code writes to the village's audit log. */
function writtenActions(): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((each) =>
    /\.tsx?$/.test(each),
  );
  const village = files.filter((each) => !/modules\/(overseers|trust|console)\//.test(each));
  const actions = village.flatMap((each) =>
    [...readFileSync(join("app", each), "utf8").matchAll(/\baction: "([a-z-]+\.[a-z-]+)"/g)].map(
      (found) => found[1],
    ),
  );
  return [...new Set(actions)].filter((each) => each !== undefined).sort();
}

describe("the audit log", () => {
  it("has words for every action, and a kind to narrow by", () => {
    const actions = writtenActions();
    expect(actions.length).toBeGreaterThan(40);
    expect(actions.filter((each) => !Object.hasOwn(AUDIT_WORDS, each))).toEqual([]);
    expect(actions.filter((each) => !Object.hasOwn(AUDIT_KINDS, each.split(".")[0] ?? ""))).toEqual([]);
  });

  it("says what a setting was and is, also in rows that hold less", () => {
    const say = AUDIT_WORDS["village.save-identity"];
    const before = { address: "Jl. Raya", postalCode: null };
    const details = {
      fields: ["address", "postalCode", "about"],
      address: "Jl. Baru",
      postalCode: "83351",
      before,
    };
    expect(say?.(details)).toBe(
      "memperbarui identitas desa: alamat dari “Jl. Raya” menjadi “Jl. Baru”; kode pos dari kosong menjadi “83351”; tentang desa",
    );
    expect(say?.({ fields: ["address"], address: "Jl. Baru" })).toBe("memperbarui identitas desa");
    expect(AUDIT_WORDS["book.set-numbers"]?.({ year: 2026, changes: ["surat-keluar: - > 135"] })).toBe(
      "mengatur nomor terakhir buku tahun 2026: Surat keluar dari kosong menjadi 135",
    );
    expect(AUDIT_WORDS["village.sign-up"]?.({ position: "kasi-pemerintahan" })).toBe(
      "mendaftarkan desa ini sebagai Kasi Pemerintahan",
    );
  });
});
