import { fromBase64Url } from "../keys/base64url.ts";
import { toBase32 } from "./base32.ts";
import type { FactorStore, Factors, NewTotp } from "./store.ts";
import { matchingStep } from "./totp.ts";

/** What became of a typed code: right, wrong, or right but taken before. */
export type CodeOutcome = "right" | "wrong" | "used";

/** Who sets up codes, and the session in which he does. */
export interface TotpPerson {
  id: string;
  sessionId: string;
}

/** Half of a secret of 160 bits (RFC 4226, 4). */
const HALF_BYTES = 10;

/**
 * The secret, in base32, that somebody is offered for his authenticator app. It is derived under a key, not stored: a
 * phone that loads the page anew shows the same one, and the present secret counts until a code of this one was typed.
 * After each change another one is offered.
 */
export async function offeredSecret(
  store: FactorStore,
  person: TotpPerson,
  { totp }: Factors,
): Promise<string> {
  const about = `${person.id}:${person.sessionId}:${totp.sealed ?? "-"}`;
  const half = async (part: string) => {
    const mark = await store.keys.index(`${store.totpField}-offer`, `${part}:${about}`);
    return fromBase64Url(mark.slice(mark.indexOf(".") + 1)).subarray(0, HALF_BYTES);
  };
  return toBase32(Uint8Array.from([...(await half("1")), ...(await half("2"))]));
}

/**
 * Reads, or makes, the keys that a secret is sealed with: before a transaction, which must not wait for another
 * connection to the same database.
 */
export async function readyKeys(store: FactorStore): Promise<void> {
  await store.keys.index(`${store.totpField}-offer`, "");
}

/** The offered secret, sealed, to be stored, given a right code of it; null for a wrong code. */
export async function confirmOffered(
  store: FactorStore,
  person: TotpPerson,
  factors: Factors,
  code: string,
  now: Date,
): Promise<NewTotp | null> {
  const secret = await offeredSecret(store, person, factors);
  const step = matchingStep(secret, code, now);
  if (step === null) return null;
  return { sealed: await store.keys.seal(store.totpField, secret), confirmedAt: now.toISOString(), step };
}

/** Checks a code of the secret that counts and takes it, so that nobody uses it a second time. */
export async function passTotp(
  store: FactorStore,
  personId: string,
  { totp }: Factors,
  code: string,
  now: Date,
): Promise<CodeOutcome> {
  if (!totp.sealed || !totp.confirmedAt) return "wrong";
  const step = matchingStep(await store.keys.open(store.totpField, totp.sealed), code, now);
  if (step === null) return "wrong";
  return (await store.takeTotpStep(personId, step)) ? "right" : "used";
}
