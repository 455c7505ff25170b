import type { VillageCtx } from "#app/context.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { type FoundResident, searchResidents } from "./search-residents.server.ts";

const MOST = 20;
const LONGEST = 100;

/** What a search for one person came to. */
export interface PersonFinding {
  /** What was typed, for the field; a number is not shown again. */
  text: string;
  /** Null where nothing could be searched for. */
  people: FoundResident[] | null;
  error: string | null;
}

/**
 * Looks for the person that a form names in its field `cari`. Sent by post, so that no NIK stands in an address. Whoever
 * calls has checked that this person may search.
 * @param form of components/person-finder.tsx
 */
export async function findPerson(ctx: VillageCtx, form: FormData): Promise<PersonFinding> {
  const text = String(form.get("cari") ?? "").trim();
  const error = refuseText(text);
  if (error) return { text, people: null, error };
  const { people } = await readTogether(ctx.db, { people: await searchResidents(ctx, text, MOST) });
  return { text: /\d{8}/.test(text) ? "" : text, people, error: null };
}

/** The one who was found alone: his page is opened at once. */
export function onlyPerson({ people }: PersonFinding): FoundResident | null {
  const [only, ...others] = people ?? [];
  return only && others.length === 0 ? only : null;
}

function refuseText(text: string): string | null {
  if (text.length < 2) return "Tulis paling sedikit 2 huruf nama, atau NIK.";
  return text.length > LONGEST ? `Paling panjang ${LONGEST} huruf. Tulis namanya saja, atau NIK.` : null;
}
