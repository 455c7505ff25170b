import { newOverseerSession } from "#app/modules/overseers/overseer-session.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { OversightKind } from "#app/platform/overseer.ts";
import { overseerSessions, overseers } from "#db/directory/schema/overseers.ts";
import type { DirectoryDb } from "#db/open.ts";

export interface SeedOverseer {
  kind: OversightKind;
  name: string;
  username: string;
  regencyCode?: string | null;
  isAdmin?: boolean;
  /** Without one nobody can sign in to the account. */
  passwordHash?: string;
  state?: "active" | "dismissed";
}

/** Makes a person above the villages. @returns his id */
export async function seedOverseer(directory: DirectoryDb, now: Date, person: SeedOverseer): Promise<string> {
  const id = newId(now);
  const { kind, name, username, state } = person;
  await directory.insert(overseers).values({
    id,
    kind,
    name,
    username,
    state,
    regencyCode: person.regencyCode ?? null,
    isAdmin: person.isAdmin ?? false,
    passwordHash: person.passwordHash ?? "",
    createdAt: now.toISOString(),
  });
  return id;
}

/**
 * Signs somebody above the villages in, past or before his second factor.
 * @returns the token for the cookie
 */
export async function seedOverseerSession(
  directory: DirectoryDb,
  now: Date,
  overseerId: string,
  owesSecondFactor = false,
): Promise<string> {
  const { token, row } = await newOverseerSession(overseerId, "Penguji", now);
  const secondFactorAt = owesSecondFactor ? null : now.toISOString();
  await directory.insert(overseerSessions).values({ ...row, secondFactorAt });
  return token;
}
