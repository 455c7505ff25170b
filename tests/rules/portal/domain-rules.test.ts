import { describe, expect, it } from "vitest";
import { type DnsFacts, hostProblem, judgeDns, normaliseHost } from "#app/modules/portal/domain-rules.ts";

const WANTED = {
  host: "sesela.desa.id",
  target: "sesela.balai.id",
  addresses: ["203.0.113.7", "2001:db8::7"],
  proof: "balai-desa=sesela",
  authority: "letsencrypt.org",
};
const NOTHING: DnsFacts = { cname: [], addresses: [], proofs: [], caa: [] };
const wrongOf = (facts: Partial<DnsFacts>) =>
  judgeDns({ ...NOTHING, ...facts }, WANTED)
    .filter(({ isWrong }) => isWrong)
    .map(({ sentence }) => sentence);
const pointed = { addresses: ["203.0.113.7"], proofs: [WANTED.proof] };

describe("a host that the village enters", () => {
  it("is taken from what people paste", () => {
    expect(normaliseHost(" https://Sesela.desa.id/berita?x=1 ")).toBe("sesela.desa.id");
    expect(normaliseHost("sesela.desa.id.")).toBe("sesela.desa.id");
  });

  it.each([
    ["sesela.desa.id", true],
    ["www.sesela.desa.id", true],
    ["desa.id", false],
    ["sesela.com", false],
    ["lain.balai.id", false],
    ["balai.id", false],
    ["sesela.desa.id:8080", false],
    ["-sesela.desa.id", false],
    ["sesela.desa.id.penipu.com", false],
  ])("%s: %s", (host, isFine) => {
    expect(hostProblem(host, "balai.id:8787") === null).toBe(isFine);
  });
});

describe("what is wrong in the DNS", () => {
  it("is nothing where an alias points to this village, or addresses point to Balai with the village's proof", () => {
    expect(wrongOf({ cname: ["sesela.balai.id"], addresses: ["203.0.113.7"] })).toEqual([]);
    expect(wrongOf(pointed)).toEqual([]);
    expect(wrongOf({ ...pointed, addresses: ["203.0.113.7", "2001:db8::7"] })).toEqual([]);
  });

  it.each([
    ["no such name", { addresses: null }, ["belum ada di DNS"]],
    ["no record", {}, ["belum menunjuk ke mana pun"]],
    ["another village's name", { cname: ["midang.balai.id"] }, ["menunjuk ke midang.balai.id"]],
    ["a foreign address", { ...pointed, addresses: ["198.51.100.1"] }, ["menunjuk ke 198.51.100.1"]],
    [
      "one foreign address of two",
      { ...pointed, addresses: ["203.0.113.7", "198.51.100.1"] },
      ["198.51.100.1"],
    ],
    ["no proof whose it is", { ...pointed, proofs: ["v=spf1"] }, ["_balai.sesela.desa.id"]],
    [
      "the proof of another village",
      { ...pointed, proofs: ["balai-desa=midang"] },
      ["_balai.sesela.desa.id"],
    ],
    ["a CAA that names others", { ...pointed, caa: ["issue digicert.com"] }, ["melarang letsencrypt.org"]],
    ["a CAA that lets nobody", { ...pointed, caa: ["issue ;"] }, ["melarang letsencrypt.org"]],
  ] as [string, Partial<DnsFacts>, string[]][])("is told in a sentence: %s", (_what, facts, parts) => {
    const wrong = wrongOf(facts);
    expect(wrong).toHaveLength(parts.length);
    for (const [index, part] of parts.entries()) expect(wrong[index]).toContain(part);
  });

  it("is no CAA that names the issuer, or one for other things", () => {
    expect(
      wrongOf({
        ...pointed,
        caa: ["issue digicert.com", "issue letsencrypt.org; validationmethods=http-01"],
      }),
    ).toEqual([]);
    expect(wrongOf({ ...pointed, caa: ["iodef mailto:a@desa.id", "issuewild ;"] })).toEqual([]);
  });
});
