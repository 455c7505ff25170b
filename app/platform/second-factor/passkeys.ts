import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { newId } from "../ids.ts";
import { fromBase64Url, toBase64Url } from "../keys/base64url.ts";
import type { FactorStore, PasskeyRecord } from "./store.ts";

/** How long a person may take before his phone answers. */
export const CHALLENGE_MINUTES = 5;

/** Where a ceremony happens. A passkey works on this very host alone. */
export interface PasskeySite {
  /** Exact host name, without port. */
  rpId: string;
  /** Public address, `https://sesela.balai.id`. */
  origin: string;
  /** What the phone shows: the village's office, or Balai. */
  name: string;
}

/** A challenge with what the browser needs for it. */
export interface Ceremony<Options> {
  challengeId: string;
  options: Options;
}
export type CreateCeremony = Ceremony<PublicKeyCredentialCreationOptionsJSON>;
export type GetCeremony = Ceremony<PublicKeyCredentialRequestOptionsJSON>;

/** The site of a request: its host is the village's, or the portal's. */
export function passkeySite(url: URL, name: string): PasskeySite {
  return { rpId: url.hostname, origin: url.origin, name };
}

/** Begins the adding of a passkey to somebody who is signed in. */
export async function startAdding(
  store: FactorStore,
  site: PasskeySite,
  person: { id: string; sessionId: string; name: string; passkeys: readonly PasskeyRecord[] },
  now: Date,
): Promise<CreateCeremony> {
  const { generateRegistrationOptions } = await loadLibrary();
  const options = await generateRegistrationOptions({
    rpName: site.name,
    rpID: site.rpId,
    userID: new TextEncoder().encode(person.id),
    userName: person.name,
    userDisplayName: person.name,
    attestationType: "none",
    timeout: CHALLENGE_MINUTES * 60_000,
    excludeCredentials: person.passkeys.map(credentialOf),
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
  });
  return { challengeId: await keepChallenge(store, options.challenge, person.sessionId, now), options };
}

/**
 * The passkey that the browser made in answer to `startAdding`, to be stored by the caller; the challenge is used up.
 * @param answer.name what its owner calls the device
 * @returns null where the answer is not to this challenge, host and session
 */
export async function finishAdding(
  store: FactorStore,
  site: PasskeySite,
  person: { id: string; sessionId: string },
  answer: { challengeId: string; response: string; name: string },
  now: Date,
): Promise<PasskeyRecord | null> {
  const challenge = await store.takeChallenge(answer.challengeId, person.sessionId, now.toISOString());
  const response = readAnswer<RegistrationResponseJSON>(answer.response);
  if (!challenge || !response) return null;
  const { verifyRegistrationResponse } = await loadLibrary();
  const expected = {
    expectedChallenge: challenge.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
  };
  const verify = () => verifyRegistrationResponse({ response, ...expected, requireUserVerification: false });
  const info = (await verify().catch(() => null))?.registrationInfo;
  if (!info) return null;
  return {
    id: newId(now),
    personId: person.id,
    credentialId: info.credential.id,
    publicKey: toBase64Url(info.credential.publicKey),
    counter: info.credential.counter,
    transports: info.credential.transports ?? [],
    name: answer.name,
    createdAt: now.toISOString(),
    lastUsedAt: null,
  };
}

/**
 * Begins a sign-in, or a second factor, with a passkey.
 * @param person who is known by his password, with his passkeys; null: whoever the passkey belongs to
 */
export async function startAsking(
  store: FactorStore,
  site: PasskeySite,
  person: { id: string; sessionId: string; passkeys: readonly PasskeyRecord[] } | null,
  now: Date,
): Promise<GetCeremony> {
  const { generateAuthenticationOptions } = await loadLibrary();
  const options = await generateAuthenticationOptions({
    rpID: site.rpId,
    timeout: CHALLENGE_MINUTES * 60_000,
    allowCredentials: person?.passkeys.map(credentialOf),
    userVerification: "preferred",
  });
  const sessionId = person?.sessionId ?? null;
  return { challengeId: await keepChallenge(store, options.challenge, sessionId, now), options };
}

/**
 * Whose passkey answered a challenge of `startAsking`; its counter moves on by that.
 * @param person the same, with the session in which it was asked for
 * @returns `isVerified`: the phone asked for a finger, a face or a PIN, so the passkey stands for a password too;
 *   null where the answer is not to this challenge, host and session, or the counter went back (a copied passkey)
 */
export async function finishAsking(
  store: FactorStore,
  site: PasskeySite,
  person: { id: string; sessionId: string } | null,
  answer: { challengeId: string; response: string },
  now: Date,
): Promise<{ personId: string; isVerified: boolean } | null> {
  const sessionId = person?.sessionId ?? null;
  const challenge = await store.takeChallenge(answer.challengeId, sessionId, now.toISOString());
  const response = readAnswer<AuthenticationResponseJSON>(answer.response);
  if (!challenge || !response || typeof response.id !== "string") return null;
  const passkey = await store.findPasskey(response.id);
  if (!passkey || (person && person.id !== passkey.personId)) return null;
  const { verifyAuthenticationResponse } = await loadLibrary();
  const { transports, counter } = passkey;
  const expected = {
    expectedChallenge: challenge.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    credential: {
      id: passkey.credentialId,
      publicKey: fromBase64Url(passkey.publicKey),
      counter,
      transports,
    },
  };
  const verify = () =>
    verifyAuthenticationResponse({ response, ...expected, requireUserVerification: false });
  const answered = await verify().catch(() => null);
  if (!answered?.verified) return null;
  const { newCounter, userVerified } = answered.authenticationInfo;
  const isTaken = await store.takeCounter(passkey, newCounter, now.toISOString());
  return isTaken ? { personId: passkey.personId, isVerified: userVerified } : null;
}

/** Loaded by the few requests that need it: it brings certificates and their parsers along. */
function loadLibrary() {
  return import("@simplewebauthn/server");
}

async function keepChallenge(
  store: FactorStore,
  challenge: string,
  sessionId: string | null,
  now: Date,
): Promise<string> {
  const id = newId(now);
  const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000).toISOString();
  await store.addChallenge({ id, sessionId, challenge, expiresAt });
  return id;
}

function credentialOf({ credentialId, transports }: PasskeyRecord) {
  return { id: credentialId, transports };
}

/** What the browser sent as JSON; the library judges what is in it. */
function readAnswer<Answer extends object>(text: string): Answer | null {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" && answer !== null ? (answer as Answer) : null;
  } catch {
    return null;
  }
}
