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

/** Hashes under which a sign-up is found again; the phone itself is not kept in the directory. */
export interface SignupKeys {
  natural: string;
  client: string | null;
}

export async function keysOf(input: StartSignupInput): Promise<SignupKeys> {
  const { kode_desa, subdomain, telepon, kunci_idempoten } = input;
  return {
    natural: await sha256Hex(JSON.stringify([kode_desa, subdomain, telepon])),
    client: kunci_idempoten === undefined ? null : await sha256Hex(JSON.stringify([kunci_idempoten])),
  };
}

/** The sign-up that was made with one of these keys, or null. */
export async function findByKeys(ctx: PortalCtx, keys: SignupKeys): Promise<SignupRow | null> {
  const isOurs = or(
    eq(signups.idempotencyKey, keys.natural),
    keys.client === null ? undefined : eq(signups.clientKey, keys.client),
  );
  const rows = await ctx.directory
    .select({ signup: signups, village: villages })
    .from(signups)
    .innerJoin(villages, eq(villages.id, signups.villageId))
    .where(isOurs);
  return rows.find((row) => row.signup.idempotencyKey === keys.natural) ?? rows[0] ?? null;
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
