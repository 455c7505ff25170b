import { describe, expect, it } from "vitest";
import { fromBase32, toBase32 } from "#app/platform/second-factor/base32.ts";
import {
  hashRecoveryCode,
  newRecoveryCode,
  readRecoveryCode,
} from "#app/platform/second-factor/recovery-code.ts";
import {
  matchingStep,
  newTotpSecret,
  spacedSecret,
  totpAddress,
  totpCode,
  totpStepAt,
} from "#app/platform/second-factor/totp.ts";

/** The secret of RFC 6238, appendix B: the ASCII digits. */
const SECRET = toBase32(new TextEncoder().encode("12345678901234567890"));
const at = (seconds: number) => new Date(seconds * 1000);

describe("codes by time", () => {
  it.each([
    [59, "94287082"],
    [1111111109, "07081804"],
    [1111111111, "14050471"],
    [1234567890, "89005924"],
    [2000000000, "69279037"],
    [20000000000, "65353130"],
  ])("are those of RFC 6238 at %i s", (seconds, code) => {
    expect(totpCode(SECRET, totpStepAt(at(seconds)), 8)).toBe(code);
    expect(totpCode(SECRET, totpStepAt(at(seconds)))).toBe(code.slice(2));
  });

  it("count in their own step and the ones beside it, and nowhere else", () => {
    const now = at(1_234_567_890);
    const step = totpStepAt(now);
    const counts = [-2, -1, 0, 1, 2].map((shift) =>
      matchingStep(SECRET, totpCode(SECRET, step + shift), now),
    );
    expect(counts).toEqual([null, step - 1, step, step + 1, null]);
  });

  it("may be typed with a space, and with nothing else", () => {
    const now = at(1_234_567_890);
    expect(matchingStep(SECRET, " 005 924 ", now)).toBe(totpStepAt(now));
    for (const wrong of ["", "005925", "05924", "0005924", "00592４", "005924a"])
      expect([wrong, matchingStep(SECRET, wrong, now)]).toEqual([wrong, null]);
  });

  it("come from a secret of 160 bits, told as QR code and as text", () => {
    const secret = newTotpSecret();
    expect(fromBase32(secret)).toHaveLength(20);
    expect(newTotpSecret()).not.toBe(secret);
    expect(spacedSecret("ABCDEFGH")).toBe("ABCD EFGH");
    expect(totpAddress(SECRET, "Balai Desa Sesela", "Budi & Tuti")).toBe(
      `otpauth://totp/Balai%20Desa%20Sesela:Budi%20%26%20Tuti?issuer=Balai+Desa+Sesela&algorithm=SHA1&secret=${SECRET}&period=30&digits=6`,
    );
  });
});

describe("base32", () => {
  it.each([
    ["", ""],
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foo", "MZXW6"],
    ["foob", "MZXW6YQ"],
    ["fooba", "MZXW6YTB"],
    ["foobar", "MZXW6YTBOI"],
  ])("writes and reads %j as RFC 4648 says", (text, encoded) => {
    expect(toBase32(new TextEncoder().encode(text))).toBe(encoded);
    expect(new TextDecoder().decode(fromBase32(encoded))).toBe(text);
    expect(new TextDecoder().decode(fromBase32(encoded.toLowerCase()))).toBe(text);
  });

  it("refuses other letters", () => {
    expect(() => fromBase32("MZX1")).toThrow();
  });
});

describe("recovery codes", () => {
  it("are read however they are typed, and hashed apart from other hashes", async () => {
    const code = newRecoveryCode();
    expect(code).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}$/);
    expect(readRecoveryCode(` ${code.toUpperCase().replaceAll("-", " ")} `)).toBe(code);
    expect(readRecoveryCode(code.replaceAll("-", ""))).toBe(code);
    expect(await hashRecoveryCode(code)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("are nothing else", () => {
    for (const text of [
      "",
      "123456",
      "abcd-efgh-ijk",
      "abcd-efgh-ijkmn",
      "abcd-efgh-ijk1",
      "lllll-oooo-1111",
    ])
      expect([text, readRecoveryCode(text)]).toEqual([text, null]);
  });
});
