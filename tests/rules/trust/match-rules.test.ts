import { describe, expect, it } from "vitest";
import { decreeKey, isListed, nameKey } from "#app/modules/trust/match-rules.ts";

describe("a name", () => {
  it.each([
    ["Drs. H. Moh. Nur'aini, S.Pd., M.Si.", "MUHAMMAD NURAINI"],
    ["Hj. Siti Aminah S.Pd", "siti aminah"],
    ["LALU AHMAD FAUZI, S.H", "Lalu  Ahmad Fauzi"],
    ["I Gusti Ngurah-Rai", "I Gusti Ngurah Rai"],
    ["Bapak Sahrum", "Sahrum"],
    ["José Andrés", "Jose Andres"],
  ])("is the same as %s and as %s", (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ["Ahmad Fauzi", "Ahmad Fauzan"],
    ["Siti Aminah", "Aminah"],
    ["Lalu Ahmad", "Ahmad"],
  ])("is another: %s, %s", (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it("that looks like a title stays one", () => {
    expect(nameKey("Ir")).toBe("ir");
    expect(nameKey("Sip")).toBe("sip");
    expect(nameKey("   ")).toBe("");
  });
});

describe("the number of a decree", () => {
  it.each([
    ["141/012/PEM/2024", "SK Bupati Lombok Barat Nomor 141 / 12 / Pem Tahun 2024"],
    ["188.45/7/KEP/2023", "No. 188.45/007/Kep/2023 tanggal 3 Maret 2023"],
    ["141-12-Pem-2024", "141/12/pem/2024"],
  ])("is the same as %s and as %s", (one, other) => {
    expect(decreeKey(one)).toBe(decreeKey(other));
  });

  it("is another with another year or number, and none without a digit", () => {
    expect(decreeKey("141/12/Pem/2024")).not.toBe(decreeKey("141/12/Pem/2023"));
    expect(decreeKey("141/12/Pem/2024")).not.toBe(decreeKey("141/121/Pem/2024"));
    expect(decreeKey("SK Bupati")).toBe("");
  });
});

describe("a match", () => {
  const listed = [{ nameKey: "sahrum", decreeKey: "141/1", phoneIndex: "k.a" }];
  const asked = { nameKey: "sahrum", decreeKey: "141/1", phoneIndexes: ["j.z", "k.a"] };

  it("needs name, decree and phone of one and the same official", () => {
    expect(isListed(listed, asked)).toBe(true);
    expect(isListed(listed, { ...asked, nameKey: "x" })).toBe(false);
    expect(isListed(listed, { ...asked, decreeKey: "141/2" })).toBe(false);
    expect(isListed(listed, { ...asked, phoneIndexes: ["j.z"] })).toBe(false);
    const split = [
      { nameKey: "sahrum", decreeKey: "141/2", phoneIndex: "k.a" },
      { nameKey: "amaq", decreeKey: "141/1", phoneIndex: "k.a" },
    ];
    expect(isListed(split, asked)).toBe(false);
  });

  it("is never made by what is empty on both sides", () => {
    const empty = { nameKey: "", decreeKey: "", phoneIndex: "k.a" };
    expect(isListed([empty], { ...empty, phoneIndexes: ["k.a"] })).toBe(false);
  });
});
