import { describe, expect, it } from "vitest";
import { codeFrom, printedCode, typedCode } from "#app/modules/receipts/receipt-rules.ts";

const code = codeFrom(Uint8Array.from({ length: 32 }, (_, index) => index * 7));

describe("a code on a slip", () => {
  it("has ten letters that can't be taken for one another", () => {
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    expect(printedCode(code)).toBe(`${code.slice(0, 5)}-${code.slice(5)}`);
  });

  it("is read however it is typed", () => {
    for (const typed of [code, printedCode(code), ` ${code.toLowerCase()} `, code.split("").join(" ")])
      expect(typedCode(typed)).toBe(code);
  });

  it("is none with a letter too many, too few, or one that no code has", () => {
    for (const typed of ["", code.slice(1), `${code}2`, `0${code.slice(1)}`, "O".repeat(10), "ABCDE_FGHJ"])
      expect(typedCode(typed)).toBeNull();
  });
});
