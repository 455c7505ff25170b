import { describe, expect, it } from "vitest";
import { exitDueAt, passphraseFault } from "#app/modules/data/rules.ts";

describe("passphraseFault", () => {
  const fault = (text: string) => passphraseFault(text, ["Sesela", "sesela", "Lalu Ahmad"]);

  it("takes words that don't belong together", () => {
    expect(fault("kuda hijau makan sembilan mangga")).toBeNull();
    expect(fault("Xk7#pQ9!mZ2@vR4&")).toBeNull();
  });

  it("refuses what is short, monotonous, or what everybody would try", () => {
    expect(fault("kuda hijau 12")).toBe("short");
    expect(fault("               a")).toBe("short");
    expect(fault("aaaaaaaaaaaaaaaaaaaa")).toBe("plain");
    expect(fault("sesela lalu ahmad 2026 2026")).toBe("known");
    expect(fault("1234567890123456789")).toBe("known");
  });
});

it("exitDueAt counts whole days", () => {
  expect(exitDueAt(new Date("2026-11-24T02:00:00.000Z"), 7)).toBe("2026-12-01T02:00:00.000Z");
});
