import { scrypt } from "node:crypto";
import { PASSWORD_COST as COST } from "./password-cost.ts";

const KEY_BYTES = 32;

/**
 * Hashes a password or PIN with scrypt and a fresh salt. Costly: check limits before you call.
 * @returns `scrypt$16384$8$5$<salt hex>$<hash hex>`
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await derive(password, salt, COST);
  return ["scrypt", COST.N, COST.r, COST.p, toHex(salt), toHex(key)].join("$");
}

/** A hash that no password fits: an unknown name is checked against it and so takes as long as a known one. */
export const DECOY_HASH = ["scrypt", COST.N, COST.r, COST.p, "00".repeat(16), "00".repeat(KEY_BYTES)].join(
  "$",
);

/** Does the password belong to the hash? Constant in time over the hash; false for a malformed hash. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, n, r, p, salt, hash] = stored.split("$");
  if (scheme !== "scrypt" || !salt || !hash) return false;
  const cost = { N: Number(n), r: Number(r), p: Number(p), maxmem: COST.maxmem };
  return equalBytes(await derive(password, fromHex(salt), cost), fromHex(hash));
}

/** Compares two byte arrays in a time that does not depend on where they differ. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

function derive(password: string, salt: Uint8Array, cost: typeof COST): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
