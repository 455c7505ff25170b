import type { PortalCtx } from "#app/context.ts";
import { passwordProblem } from "#app/modules/accounts/password-rules.ts";
import { WEAK_PASSWORD } from "#app/modules/accounts/words.ts";
import { requireTicket } from "#app/modules/trust/claim-ticket.server.ts";
import { FieldError } from "#app/platform/errors.ts";
import { DECOY_HASH, hashPassword, verifyPassword } from "#app/platform/passwords.ts";
import { getRegionPath, type RegionPath } from "#db/directory/regions.ts";
import type { StartSignupInput } from "./input.ts";
import { giveSignupBack, limitSignups } from "./limit-signups.server.ts";
import {
  findByKeys,
  isCodeTaken,
  isSameSignup,
  type SignupKeys,
  type SignupRow,
  signupKeysOf,
  takenSlugs,
} from "./queries.server.ts";
import { knowsPassword } from "./recognise-signup.server.ts";
import { reserveVillage } from "./reserve-village.server.ts";
import { resumeSignup, type SignupState } from "./resume-signup.server.ts";
import { suggestSlugs } from "./slug-rules.ts";
import { SIGNUP_WORDS as WORDS } from "./words.ts";

/** What became of a sign-up: its village's address name, and whether it can be entered yet. */
export interface StartedSignup {
  slug: string;
  state: SignupState;
}

/**
 * Signs a village up. The same code, address name, phone and password are the same sign-up: it is carried on where it
 * stands, and nothing that was given before changes. With another password the village is taken, as for everybody else.
 * @throws FieldError where one field can mend it, LimitError above the limit of the client's address
 */
export async function startSignup(ctx: PortalCtx, input: StartSignupInput): Promise<StartedSignup> {
  await limitSignups(ctx);
  const keys = await signupKeysOf(ctx, input);
  const earlier = await findEarlier(ctx, keys, input);
  if (earlier) await giveSignupBack(ctx);
  const { signup, village } = earlier ?? (await makeSignup(ctx, keys, input));
  return { slug: village.slug, state: await resumeSignup(ctx, signup.id, { evenIfLeased: true }) };
}

async function findEarlier(
  ctx: PortalCtx,
  keys: SignupKeys,
  input: StartSignupInput,
): Promise<SignupRow | null> {
  const row = await findByKeys(ctx, keys);
  if (row && !isSameSignup(keys, row)) throw new FieldError("kunci_idempoten", WORDS.clientKey.reused);
  // Of an erased village only its names are left; signing up anew is told that the address name is used.
  if (row?.village.regionCode !== input.kode_desa || row.village.state === "erased") return null;
  if (!(await knowsPassword(ctx, row, input.kata_sandi))) throw new FieldError("kode_desa", WORDS.code.taken);
  return row;
}

async function makeSignup(ctx: PortalCtx, keys: SignupKeys, input: StartSignupInput): Promise<SignupRow> {
  try {
    const path = await requireFree(ctx, input);
    requireGoodPassword(input, path);
    const passwordHash = await hashPassword(input.kata_sandi);
    return await reserveVillage(ctx, keys, path, { ...input, passwordHash });
  } catch (error) {
    // Somebody was faster: either this very form, or another one for this code or address name.
    const same = await findEarlier(ctx, keys, input);
    if (same) return same;
    if (!(error instanceof FieldError)) await requireFree(ctx, input);
    throw error;
  }
}

async function requireFree(ctx: PortalCtx, input: StartSignupInput): Promise<RegionPath> {
  const path = await getRegionPath(ctx.directory, input.kode_desa);
  if (!path) throw new FieldError("kode_desa", WORDS.code.unknown);
  if (path.retiredAt) throw new FieldError("kode_desa", WORDS.code.retired);
  if (await isCodeTaken(ctx, path.code)) {
    // As long as for a phone that is right, with a password that is not.
    await verifyPassword(input.kata_sandi, DECOY_HASH);
    throw new FieldError("kode_desa", WORDS.code.taken);
  }
  await requireTicket(ctx, path.code, input.tiket);
  const wishes = suggestSlugs(namesOf(path));
  const taken = await takenSlugs(ctx, [input.subdomain, ...wishes]);
  if (taken.has(input.subdomain))
    throw new FieldError("subdomain", WORDS.slug.taken(wishes.find((wish) => !taken.has(wish))));
  return path;
}

function requireGoodPassword(input: StartSignupInput, path: RegionPath): void {
  const names = [input.nama, input.subdomain, path.name];
  const problem = passwordProblem(input.kata_sandi, { names, phone: input.telepon });
  if (problem) throw new FieldError("kata_sandi", WEAK_PASSWORD[problem]);
}

/** The names of a village's region, for suggestions. */
export function namesOf(path: RegionPath) {
  const { code, name, kecamatan, kabupaten } = path;
  return { code, desa: name, kecamatan: kecamatan ?? "", kabupaten: kabupaten ?? "" };
}
