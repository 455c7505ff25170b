import type { Keys } from "../keys/keys.ts";

/** What is stored of somebody's codes by time. */
export interface TotpRecord {
  sealed: string | null;
  /** The secret counts once this is set. */
  confirmedAt: string | null;
}

/** A secret that a right code has confirmed, with the step of that code. */
export interface NewTotp {
  sealed: string;
  confirmedAt: string;
  step: number;
}

/** A passkey as it is stored. */
export interface PasskeyRecord {
  id: string;
  personId: string;
  /** base64url, as the browser names it. */
  credentialId: string;
  /** COSE key, base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** Everything that somebody may show as his second factor. */
export interface Factors {
  totp: TotpRecord;
  passkeys: PasskeyRecord[];
}

/** A challenge of a ceremony with a passkey: works once, for a few minutes, in the session that asked for it. */
export interface ChallengeRecord {
  id: string;
  /** Null where nobody is signed in yet. */
  sessionId: string | null;
  challenge: string;
  expiresAt: string;
}

/**
 * Where second factors lie: a village's accounts, or the people above the villages. One store writes within one
 * transaction or database handle, which the caller chose when he made it.
 */
export interface FactorStore {
  keys: Keys;
  /** Declared name under which secrets are sealed, `accounts.totp`. */
  totpField: string;
  /** Null where there is no such person. */
  findFactors(personId: string): Promise<Factors | null>;
  /** Puts a secret in the place of the present one; null takes it away. */
  putTotp(personId: string, totp: NewTotp | null): Promise<void>;
  /** Takes a step for a person. False where it, or a later one, was taken already: a code works once. */
  takeTotpStep(personId: string, step: number): Promise<boolean>;
  findPasskey(credentialId: string): Promise<PasskeyRecord | null>;
  /** False where the credential is registered already. */
  addPasskey(passkey: PasskeyRecord): Promise<boolean>;
  renamePasskey(personId: string, id: string, name: string): Promise<boolean>;
  removePasskey(personId: string, id: string): Promise<boolean>;
  /** Moves a passkey's counter on. False where somebody else did meanwhile. */
  takeCounter(passkey: PasskeyRecord, counter: number, usedAt: string): Promise<boolean>;
  addChallenge(challenge: ChallengeRecord): Promise<void>;
  /** Takes a challenge away; null where it was used, is too old or belongs to another session. */
  takeChallenge(id: string, sessionId: string | null, now: string): Promise<ChallengeRecord | null>;
}

/** Has somebody a second factor that counts? Then a password alone opens nothing. */
export function hasSecondFactor({ totp, passkeys }: Factors): boolean {
  return totp.confirmedAt !== null || passkeys.length > 0;
}
