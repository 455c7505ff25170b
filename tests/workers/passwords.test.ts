import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "#app/platform/passwords.ts";

describe("passwords in workerd", () => {
  it("verifies a password against its own hash and no other", async () => {
    const hash = await hashPassword("kata sandi yang panjang");
    expect(await verifyPassword("kata sandi yang panjang", hash)).toBe(true);
    expect(await verifyPassword("kata sandi yang panjanG", hash)).toBe(false);
  });

  it("costs what guessing must cost", async () => {
    expect(await hashPassword("kata sandi")).toMatch(/^scrypt\$16384\$8\$5\$/);
  });

  it("salts: the same password has another hash each time", async () => {
    expect(await hashPassword("sama-sama-saja")).not.toBe(await hashPassword("sama-sama-saja"));
  });

  it("takes composed and decomposed letters for the same password", async () => {
    const hash = await hashPassword("caf\u00e9-di-desa");
    expect(await verifyPassword("cafe\u0301-di-desa", hash)).toBe(true);
  });

  it("reads a hash made elsewhere with the same parameters", async () => {
    // From Node: scryptSync("kata-sandi-uji", salt 00..0f, 32, { N: 16384, r: 8, p: 5 }).
    const stored =
      "scrypt$16384$8$5$000102030405060708090a0b0c0d0e0f$d0058cf562b2be254a069aa2ae3c6d54b41b85bf5bec60f9a048f5624f73187c";
    expect(await verifyPassword("kata-sandi-uji", stored)).toBe(true);
  });

  it.each(["", "scrypt$16384$8$5$00", "bcrypt$1$2$3$00$00"])(
    "refuses the malformed hash %j",
    async (stored) => {
      expect(await verifyPassword("apa saja", stored)).toBe(false);
    },
  );
});
