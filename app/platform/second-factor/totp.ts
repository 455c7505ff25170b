import { createTOTPKeyURI, generateHOTP } from "@oslojs/otp";
import { equalBytes } from "../passwords.ts";
import { fromBase32, toBase32 } from "./base32.ts";

/** Time-based one-time codes as RFC 6238 has them and every authenticator app shows them: SHA-1, 6 digits, 30 s. */
export const TOTP_STEP_SECONDS = 30;
export const TOTP_DIGITS = 6;
/** Steps before and after the present one that count too: clocks of phones are off, and typing takes a while. */
const WINDOW_STEPS = 1;
/** 160 bits, the length of an SHA-1 (RFC 4226, 4). */
const SECRET_BYTES = 20;

/** A new secret, in base32 as authenticator apps take it typed. */
export function newTotpSecret(): string {
  return toBase32(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

/** The time step in which an instant lies. */
export function totpStepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / TOTP_STEP_SECONDS);
}

/**
 * The code of a step.
 * @param secret base32
 */
export function totpCode(secret: string, step: number, digits = TOTP_DIGITS): string {
  return generateHOTP(fromBase32(secret), BigInt(step), digits);
}

/**
 * The step whose code was typed, among those that count now; null for a wrong code. All are computed, whichever fits.
 * @param secret base32
 * @param code as typed: spaces are left out
 */
export function matchingStep(secret: string, code: string, now: Date): number | null {
  const typed = new TextEncoder().encode(code.replace(/\s/g, ""));
  const present = totpStepAt(now);
  let found: number | null = null;
  for (let step = present - WINDOW_STEPS; step <= present + WINDOW_STEPS; step++) {
    if (equalBytes(new TextEncoder().encode(totpCode(secret, step)), typed)) found = step;
  }
  return found;
}

/**
 * The address that a QR code carries into an authenticator app (`otpauth://totp/...`).
 * @param place what the app shows above the code: the village's office, or Balai
 * @param person whose code it is
 */
export function totpAddress(secret: string, place: string, person: string): string {
  return createTOTPKeyURI(place, person, fromBase32(secret), TOTP_STEP_SECONDS, TOTP_DIGITS);
}

/** A secret as one reads it off and types it: groups of four letters. */
export function spacedSecret(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(" ");
}
