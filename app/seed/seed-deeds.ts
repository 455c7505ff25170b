import type { OfficeCtx, Tenant } from "#app/context.ts";
import type { SeededAccount } from "./seed-account.ts";
import { type SeedSite, seedCtx } from "./seed-village.ts";

/** Where deeds happen: a village and its people by user name. */
export interface Stage {
  site: SeedSite;
  tenant: Tenant;
  people: ReadonlyMap<string, SeededAccount>;
}

/** One thing that somebody did at a moment. */
export interface Deed {
  at: Date;
  /** User name. */
  by: string;
  act(ctx: OfficeCtx): Promise<unknown>;
}

/** Somebody of the village at a moment, ready to run verbs. */
export function actAs(stage: Stage, username: string, at: Date): OfficeCtx {
  const person = stage.people.get(username);
  if (!person) throw new Error(`nobody is called ${username}`);
  return { ...seedCtx({ ...stage.site, now: at }, stage.tenant), actor: person.actor };
}

/** Runs the deeds up to the site's present in the order of their time, so that history reads as it happened. */
export async function runDeeds(stage: Stage, deeds: readonly Deed[]): Promise<void> {
  const past = deeds.filter(({ at }) => at <= stage.site.now);
  const inOrder = past.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, by, act } of inOrder) await act(actAs(stage, by, at));
}
