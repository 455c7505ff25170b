import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isReadableAddress, readableText } from "#app/platform/http/readable-text.ts";

describe("readable text", () => {
  it.each([
    ["NUL within a word", "Se\u0000sela", "Sesela"],
    ["an escape and a bell", "\u001b[1mtebal\u0007", "[1mtebal"],
    ["tab and line ends, which stay", "a\tb\r\nc", "a\tb\r\nc"],
    ["half a pair of surrogates", "a\ud83dz", "a\ufffdz"],
    ["a whole pair, which stays", "padi 🌾", "padi 🌾"],
    ["letters written in two parts", "A\u0323h\u0323mad", "Ạḥmad"],
  ])("of %s", (_what, typed, expected) => {
    expect(readableText(typed)).toBe(expected);
  });

  it("holds nothing that a second reading would change, and nothing that a database refuses", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), (units) => {
        const text = readableText(String.fromCharCode(...units));
        expect(readableText(text)).toBe(text);
        expect(text).not.toMatch(/\0|\p{Surrogate}/u);
      }),
    );
  });
});

describe("an address", () => {
  it.each([
    ["/kantor/jejak?orang=a&cari=Batu+Layar", true],
    ["/program-kerja/2027?cari=%C3%A9", true],
    ["/kantor/perangkat/%00", false],
    ["/kantor/jejak?orang=%00", false],
    ["/kantor/perangkat/%ED%A0%80", false],
    ["/kantor/perangkat/%E0%A4%A", false],
  ])("%s can be read: %s", (address, isReadable) => {
    expect(isReadableAddress(address)).toBe(isReadable);
  });
});
