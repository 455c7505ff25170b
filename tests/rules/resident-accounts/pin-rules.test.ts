import { describe, expect, it } from "vitest";
import { isAccountOpen } from "#app/modules/resident-accounts/account-rules.ts";
import { choicesOf, correctable, fits } from "#app/modules/resident-accounts/correction-rules.ts";
import { pinProblem } from "#app/modules/resident-accounts/pin-rules.ts";
import { isSlipOpen, slipExpiry } from "#app/modules/resident-accounts/slip-rules.ts";

const known = {
  names: ["Lalu Suwandi", "Sesela", "sesela"],
  phone: "081270001234",
  nik: "5201091206850001",
  birthDate: "1985-06-12",
};

describe("a PIN", () => {
  it.each([
    ["12345", "short"],
    ["123456", "common"],
    ["765432", "common"],
    ["111111", "common"],
    ["121212", "common"],
    ["123123", "common"],
    ["90219021", "common"],
    ["120685", "known"],
    ["850612", "known"],
    ["12061985", "known"],
    ["091206", "known"],
    ["700012", "known"],
    ["sesela2026", "password-known"],
    ["rahasia1", "password-common"],
    ["kopi", "password-short"],
  ])("%s is refused as %s", (pin, problem) => {
    expect(pinProblem(pin, known)).toBe(problem);
  });

  it.each(["274918", "80417263", "kopi pahit gunung"])("%s will do", (pin) => {
    expect(pinProblem(pin, known)).toBeNull();
  });
});

describe("an account", () => {
  it.each([
    ["active", 1, true],
    ["blocked", 1, false],
    ["closed", 1, false],
    ["active", 2, false],
    ["active", 3, false],
    ["active", 4, false],
    ["active", 6, false],
    ["active", null, false],
  ] as const)("that is %s with status %s is open: %s", (state, status, isOpen) => {
    expect(isAccountOpen({ state, status })).toBe(isOpen);
  });
});

describe("a slip", () => {
  const now = new Date("2026-11-24T02:00:00.000Z");
  const slip = { expiresAt: slipExpiry(now), usedAt: null, revokedAt: null };

  it("is open for fourteen days, once, until it is revoked", () => {
    expect(slip.expiresAt).toBe("2026-12-08T02:00:00.000Z");
    expect(isSlipOpen(slip, new Date("2026-12-08T01:59:59.000Z"))).toBe(true);
    expect(isSlipOpen(slip, new Date("2026-12-08T02:00:00.000Z"))).toBe(false);
    expect(isSlipOpen({ ...slip, usedAt: "2026-11-25T00:00:00.000Z" }, now)).toBe(false);
    expect(isSlipOpen({ ...slip, revokedAt: "2026-11-25T00:00:00.000Z" }, now)).toBe(false);
  });
});

describe("a correction", () => {
  it("takes codes of the list, and texts without signs of markup", () => {
    const religion = correctable("religion");
    const name = correctable("name");
    if (!religion || !name) throw new Error("no such field");
    expect(fits(religion, choicesOf(religion)[0]?.value ?? "")).toBe(true);
    expect(fits(religion, "999")).toBe(false);
    expect(fits(name, "Lalu Suwandi")).toBe(true);
    expect(fits(name, "<b>Lalu")).toBe(false);
  });

  it("is not taken for a NIK or a status", () => {
    expect(correctable("nik")).toBeNull();
    expect(correctable("status")).toBeNull();
  });
});
