import { and, eq, inArray, ne, or } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { signups, villageHosts, villages } from "#db/directory/schema/villages.ts";
import { villageHost } from "./addresses.ts";
import type { StartSignupInput } from "./input.ts";

/** A sign-up with the village that it makes. */
export interface SignupRow {
  signup: typeof signups.$inferSelect;
  village: typeof villages.$inferSelect;
}

/**
 * Under what a sign-up is found again. The natural key is a blind index: a plain hash of code, address name and phone
 * gives the phone to whoever tries all numbers.
 */
export interface SignupKeys {
  natural: string;
  /** The same under earlier keys, and as the plain hash that older sign-ups bear. */
  earlier: string[];
  client: string | null;
}

export async function signupKeysOf(
  { directoryKeys }: Pick<PortalCtx, "directoryKeys">,
  input: StartSignupInput,
): Promise<SignupKeys> {
  const { kode_desa, subdomain, telepon, kunci_idempoten } = input;
  const text = JSON.stringify([kode_desa, subdomain, telepon]);
  return {
    natural: await directoryKeys.index("signups.natural", text),
    earlier: [...(await directoryKeys.indexes("signups.natural", text)), await sha256Hex(text)],
    client: kunci_idempoten === undefined ? null : await sha256Hex(JSON.stringify([kunci_idempoten])),
  };
}

/** The sign-up that was made with one of these keys, or null. */
export async function findByKeys(ctx: PortalCtx, keys: SignupKeys): Promise<SignupRow | null> {
  const isOurs = or(
    inArray(signups.idempotencyKey, [keys.natural, ...keys.earlier]),
    keys.client === null ? undefined : eq(signups.clientKey, keys.client),
  );
  const rows = await ctx.directory
    .select({ signup: signups, village: villages })
    .from(signups)
    .innerJoin(villages, eq(villages.id, signups.villageId))
    .where(isOurs);
  return rows.find((row) => isSameSignup(keys, row)) ?? rows[0] ?? null;
}

/** Was this sign-up made with the same code, address name and phone? */
export function isSameSignup(keys: SignupKeys, { signup }: SignupRow): boolean {
  return signup.idempotencyKey === keys.natural || keys.earlier.includes(signup.idempotencyKey);
}

/** The sign-up with its village. */
export async function getSignup(ctx: Pick<PortalCtx, "directory">, signupId: string): Promise<SignupRow> {
  const [row] = await ctx.directory
    .select({ signup: signups, village: villages })
    .from(signups)
    .innerJoin(villages, eq(villages.id, signups.villageId))
    .where(eq(signups.id, signupId));
  if (!row) throw new Error(`no sign-up ${signupId}`);
  return row;
}

/** Is there a village (on its way, active or suspended) with this code? */
export async function isCodeTaken(ctx: PortalCtx, code: string): Promise<boolean> {
  const rows = await ctx.directory
    .select({ id: villages.id })
    .from(villages)
    .where(and(eq(villages.regionCode, code), ne(villages.state, "erased")));
  return rows.length > 0;
}

/** Those of the address names that a village or a further host already bears. */
export async function takenSlugs(ctx: PortalCtx, slugs: string[]): Promise<Set<string>> {
  if (slugs.length === 0) return new Set();
  const hosts = new Map(slugs.map((slug) => [villageHost(ctx.config, slug), slug]));
  const [bySlug, byHost] = await ctx.directory.batch([
    ctx.directory.select({ slug: villages.slug }).from(villages).where(inArray(villages.slug, slugs)),
    ctx.directory
      .select({ host: villageHosts.host })
      .from(villageHosts)
      .where(inArray(villageHosts.host, [...hosts.keys()])),
  ]);
  return new Set([...bySlug.map((row) => row.slug), ...byHost.map((row) => hosts.get(row.host) ?? "")]);
}
