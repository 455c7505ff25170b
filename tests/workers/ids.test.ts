import { describe, expect, it } from "vitest";
import { newId, newToken, sha256Hex } from "#app/platform/ids.ts";

describe("ids in workerd", () => {
  it("are UUIDv7 that sort by the time they were given", () => {
    const earlier = newId(new Date("2027-01-01T00:00:00.000Z"));
    const later = newId(new Date("2027-01-01T00:00:00.001Z"));
    expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(earlier < later).toBe(true);
    expect(earlier.replaceAll("-", "").slice(0, 12)).toBe(
      Date.UTC(2027, 0, 1).toString(16).padStart(12, "0"),
    );
  });

  it("are never the same twice", () => {
    const now = new Date("2027-01-01T00:00:00.000Z");
    expect(new Set(Array.from({ length: 2000 }, () => newId(now))).size).toBe(2000);
  });

  it("leave letters out of tokens that sound or look alike", () => {
    const tokens = Array.from({ length: 200 }, newToken);
    expect(tokens.join("")).not.toMatch(/[^2-9a-km-np-z]/);
    expect(new Set(tokens.map((token) => token.length))).toEqual(new Set([32]));
  });

  it("hash as SHA-256 does", async () => {
    const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(await sha256Hex("abc")).toBe(abc);
  });
});
