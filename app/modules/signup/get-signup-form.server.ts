import type { PortalCtx } from "#app/context.ts";
import { parseRegionCode } from "#db/directory/region-code.ts";
import { findVillage, type VillageHit } from "./find-villages.server.ts";
import { takenSlugs } from "./queries.server.ts";
import { suggestSlugs } from "./slug-rules.ts";
import { namesOf } from "./start-signup.server.ts";
import { SIGNUP_WORDS as WORDS } from "./words.ts";

/** The form for one village, or why there is none. */
export type SignupForm =
  | { kind: "form"; village: VillageHit; suggestion: string }
  | { kind: "taken"; village: VillageHit; regency: string }
  | { kind: "refused"; sentence: string };

/** What the sign-up page shows for a code as typed. */
export async function getSignupForm(ctx: PortalCtx, typed: string): Promise<SignupForm> {
  const code = parseRegionCode(typed);
  const found = code ? await findVillage(ctx, code) : null;
  if (!found) return { kind: "refused", sentence: code ? WORDS.code.unknown : WORDS.code.malformed };
  const { path, hit } = found;
  if (hit.state === "active" || hit.state === "busy")
    return { kind: "taken", village: hit, regency: path.kabupaten ?? "" };
  if (hit.state === "kelurahan") return { kind: "refused", sentence: WORDS.code.kelurahan };
  if (path.retiredAt) return { kind: "refused", sentence: WORDS.code.retired };
  const wishes = suggestSlugs(namesOf(path));
  const taken = await takenSlugs(ctx, wishes);
  return { kind: "form", village: hit, suggestion: wishes.find((wish) => !taken.has(wish)) ?? "" };
}
