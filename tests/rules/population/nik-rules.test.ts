import { describe, expect, it } from "vitest";
import { CODE_LISTS, type CodeListKey, codeFrom } from "#app/modules/population/code-lists.ts";
import { EVENT_DONE } from "#app/modules/population/event-words.ts";
import {
  checkKkNumber,
  checkNik,
  maskNumber,
  nikStateOf,
  normaliseNumber,
  sayDoubt,
} from "#app/modules/population/nik-rules.ts";

const MAN = { birthDate: "1985-06-12", sex: 1 };
const kinds = (nik: string, facts: { birthDate: string | null; sex: number | null } = MAN) =>
  checkNik(nik, facts).map(({ kind }) => kind);

describe("a NIK", () => {
  it("of a man and of a woman agrees with birth and sex", () => {
    expect(kinds("5201091206850001")).toEqual([]);
    expect(kinds("5201095206850001", { birthDate: "1985-06-12", sex: 2 })).toEqual([]);
    expect(kinds("3174091206850001")).toEqual([]);
  });

  it.each([
    ["520109120685001", ["length"]],
    ["52010912068500A1", ["length"]],
    ["0201091206850001", ["temporary"]],
    ["5201093206850001", ["day"]],
    ["5201091213850001", ["day"]],
    ["5201091306850001", ["birth-date"]],
    ["5201095206850001", ["sex"]],
    ["5201091206850000", ["serial"]],
    ["5201095306860000", ["birth-date", "sex", "serial"]],
  ])("%s is doubted: %j", (nik, expected) => expect(kinds(nik)).toEqual(expected));

  it("is held against what is known alone", () => {
    expect(kinds("5201093112650001", { birthDate: null, sex: null })).toEqual([]);
    expect(kinds("5201092902000001", { birthDate: null, sex: 1 })).toEqual([]);
    expect(nikStateOf(null, MAN)).toBe("none");
    expect(nikStateOf("5201091206850001", MAN)).toBe("valid");
    expect(nikStateOf("5201091306850001", MAN)).toBe("doubtful");
  });

  it("never stands in a sentence", () => {
    for (const nik of ["520109120685001", "5201095306860000", "0201091206850001"])
      for (const { sentence } of checkNik(nik, MAN)) expect(sentence).not.toContain(nik.slice(0, 8));
  });

  it("shows no figure of its serial: the day of birth beside it would make it whole", () => {
    expect(maskNumber("5201091206850001")).toBe(maskNumber("5201091206859999"));
  });

  it("is stored without blanks and shown with stars", () => {
    expect(normaliseNumber(" 5201 0912.0685-0001 ")).toBe("5201091206850001");
    expect(maskNumber("5201091206850001")).toBe("5201************");
    expect(maskNumber("12345")).toBe("*****");
    expect(maskNumber("081234561234")).toBe("0812****1234");
    expect(maskNumber(null)).toBeNull();
  });
});

describe("a No KK", () => {
  const of = (number: string) => checkKkNumber(number, "2026-11-24").map(({ kind }) => kind);
  it("bears the day on which it was given", () => {
    expect(of("5201091206150001")).toEqual([]);
    expect(of("5201093206150001")).toEqual(["day"]);
    expect(of("5201091206270001")).toEqual(["day"]);
    expect(of("5201095206150001")).toEqual([]);
    expect(of("520109120615")).toEqual(["length"]);
  });
});

describe("code lists", () => {
  it("read numbers, both spellings and known others, whatever case and blanks", () => {
    for (const [key, { codes, aliases }] of Object.entries(CODE_LISTS)) {
      const list = key as CodeListKey;
      for (const { code, stored, label } of codes)
        for (const text of [String(code), stored, label, ` ${stored.toLowerCase()} `])
          expect([list, text, codeFrom(list, text)]).toEqual([list, text, code]);
      for (const [text, code] of Object.entries(aliases))
        expect([text, codeFrom(list, text)]).toEqual([text, code]);
    }
    expect(codeFrom("sex", "lk")).toBe(1);
    expect(codeFrom("status", "5")).toBeNull();
    expect(codeFrom("religion", "constructor")).toBeNull();
  });

  it("hold as many values as the registers", () => {
    const counts = Object.fromEntries(
      Object.entries(CODE_LISTS).map(([key, { codes }]) => [key, codes.length]),
    );
    expect(counts).toMatchObject({
      religion: 7,
      education: 10,
      schooling: 18,
      occupation: 89,
      familyRole: 11,
    });
    expect(counts).toMatchObject({ bloodType: 13, disability: 7, contraception: 9, recording: 8, status: 6 });
  });
});

describe("what is said after a birth", () => {
  const facts = { birthDate: "2026-11-25" as const, sex: 2 };

  it("names the doubt about the NIK that was written, and never the number", () => {
    const said = EVENT_DONE.birth("Kartini", sayDoubt("123", facts));
    expect(said).toContain("16 angka");
    expect(said).not.toContain("123");
    expect(said).not.toContain("bila sudah terbit");
  });

  it("says that a NIK may follow only where there is none", () => {
    expect(EVENT_DONE.birth("Kartini", sayDoubt(null, facts))).toContain("bila sudah terbit");
    expect(EVENT_DONE.birth("Kartini", sayDoubt("5201096511260001", facts))).toBe(
      "Kelahiran Kartini tercatat, dan ia masuk ke KK ini.",
    );
  });
});
