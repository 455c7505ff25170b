import { describe, expect, it } from "vitest";
import {
  ACTIVITY_CODES,
  findActivityCode,
  searchActivityCodes,
} from "#app/modules/programme/activity-codes.ts";
import {
  fieldOfCode,
  isActivityCode,
  isLocalActivityCode,
  normaliseActivityCode,
} from "#app/modules/programme/apbdes-rules.ts";

describe("activity code", () => {
  it("is stored in one spelling whatever people and sheets write", () => {
    const written = ["01.03.01", "1.3.1", "01.3.01", " 1 . 3 . 1 ", "01.03.01.", "010301"];
    expect(written.map(normaliseActivityCode)).toEqual(written.map(() => "01.03.01"));
    expect(normaliseActivityCode("4.3.90")).toBe("04.03.90");
  });

  it("is refused outside bidang 01-05 and in any other shape", () => {
    const wrong = [
      "",
      "1.3",
      "1.3.1.1",
      "6.1.1",
      "0.1.1",
      "01.00.01",
      "01.03.00",
      "a.b.c",
      "1.3.100",
      "1,3,1",
      "10301",
    ];
    expect(wrong.map(normaliseActivityCode)).toEqual(wrong.map(() => null));
  });

  it("tells local codes and the bidang", () => {
    expect(isLocalActivityCode("01.04.96")).toBe(true);
    expect(isLocalActivityCode("01.04.11")).toBe(false);
    expect(fieldOfCode("03.01.04")).toBe("Pembinaan Kemasyarakatan");
    expect(fieldOfCode("06.01.01")).toBeNull();
  });
});

describe("list of codes", () => {
  it("is valid, sorted and without doubles", () => {
    const codes = ACTIVITY_CODES.map(({ code }) => code);
    expect(codes.filter((code) => !isActivityCode(code))).toEqual([]);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it("finds an entry in any spelling, and nothing for a code of another list", () => {
    expect(findActivityCode("1.5.4")?.name).toBe("Mediasi konflik pertanahan");
    expect(findActivityCode("04.07.93")).toBeNull();
    expect(findActivityCode("tanah")).toBeNull();
  });

  it("suggests by code and by words", () => {
    expect(searchActivityCodes("1.5").every(({ code }) => code.startsWith("01.05."))).toBe(true);
    expect(searchActivityCodes("01.05.0", 20).map(({ code }) => code)).toHaveLength(7);
    expect(searchActivityCodes("1.5.4").map(({ code }) => code)).toEqual(["01.05.04"]);
    expect(searchActivityCodes("Tanah SERTIFIKASI").map(({ code }) => code)).toEqual([
      "01.05.01",
      "01.05.03",
    ]);
    expect(searchActivityCodes("", 5)).toEqual([]);
    expect(searchActivityCodes("desa", 3)).toHaveLength(3);
  });
});
