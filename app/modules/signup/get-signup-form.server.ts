import type { PortalCtx } from "#app/context.ts";
import { ticketStateOf } from "#app/modules/trust/claim-ticket.server.ts";
import { TRUST_WORDS } from "#app/modules/trust/words.ts";
import { parseRegionCode } from "#db/directory/region-code.ts";
import { unreadableCode } from "./code-rules.ts";
import { findVillage, type VillageHit } from "./find-villages.server.ts";
import { takenSlugs } from "./queries.server.ts";
import { suggestSlugs } from "./slug-rules.ts";
import { namesOf } from "./start-signup.server.ts";
import { SIGNUP_WORDS as WORDS } from "./words.ts";

/** The form for one village, or why there is none. */
export type SignupForm =
  | { kind: "form"; village: VillageHit; suggestion: string; ticket: string | null }
  | { kind: "taken"; village: VillageHit; note: string | null }
  | { kind: "refused"; sentence: string };

/**
 * What the sign-up page shows for a code as typed.
 * @param ticket of whoever won the contest of this village
 */
export async function getSignupForm(
  ctx: PortalCtx,
  typed: string,
  ticket: string | null,
): Promise<SignupForm> {
  const code = parseRegionCode(typed);
  const found = code ? await findVillage(ctx, code) : null;
  if (!found) return { kind: "refused", sentence: code ? WORDS.code.unknown : unreadableCode(typed) };
  const { path, hit, tickets } = found;
  const held = await ticketStateOf(tickets, ticket);
  if (hit.state === "active" || hit.state === "busy")
    return { kind: "taken", village: hit, note: held === "held" ? TRUST_WORDS.ticketEarly : null };
  if (hit.state === "kelurahan") return { kind: "refused", sentence: WORDS.code.kelurahan };
  if (path.retiredAt) return { kind: "refused", sentence: WORDS.code.retired };
  if (held === "needed") return { kind: "refused", sentence: TRUST_WORDS.ticketNeeded };
  const wishes = suggestSlugs(namesOf(path));
  const taken = await takenSlugs(ctx, wishes);
  return { kind: "form", village: hit, suggestion: wishes.find((wish) => !taken.has(wish)) ?? "", ticket };
}
