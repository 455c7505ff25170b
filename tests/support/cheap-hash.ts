import { scryptSync } from "node:crypto";

/** A hash that costs next to nothing to check: its cost stands in it. */
export function cheapHash(password: string): string {
  const salt = Buffer.from("00".repeat(16), "hex");
  const key = scryptSync(password, salt, 32, { N: 2, r: 1, p: 1 });
  return ["scrypt", 2, 1, 1, salt.toString("hex"), key.toString("hex")].join("$");
}
