import { inArray, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { families } from "#db/village/schema/population.ts";
import type { FamilyFilter } from "./family-list-rules.ts";
import { listFamilies } from "./list-families.server.ts";
import { maskNumber } from "./nik-rules.ts";
import { FAMILY_NUMBER } from "./sealed-fields.ts";
import { maySee } from "./visible-rules.ts";

/** A card of a list that is taken along: its number as whoever takes it may see it. */
export type FamilyToTake = Awaited<ReturnType<typeof listFamiliesToTake>>["rows"][number];

/** Some cards of the list in its order; two round trips. */
export async function listFamiliesToTake(
  ctx: OfficeCtx,
  filter: FamilyFilter,
  after: string | null,
  limit: number,
) {
  const page = await listFamilies(ctx, filter, { after, before: null }, limit);
  const ids = JSON.stringify(page.rows.map(({ id }) => id));
  const cards = await ctx.db
    .select({
      id: families.id,
      numberSealed: families.numberSealed,
      address: families.address,
      issuedOn: families.issuedOn,
    })
    .from(families)
    .where(inArray(families.id, sql`(SELECT value FROM json_each(${ids}))`));
  const known = new Map(cards.map((card) => [card.id, card]));
  const isSeen = maySee(ctx.actor.permissions, "identity", false);
  const rows = await Promise.all(
    page.rows.map(async (row) => {
      const card = known.get(row.id);
      const number = await openValue(ctx.keys, FAMILY_NUMBER, card?.numberSealed ?? null);
      const [address, issuedOn] = [card?.address ?? null, card?.issuedOn ?? null];
      return { ...row, address, issuedOn, number: isSeen ? number : maskNumber(number) };
    }),
  );
  return { rows, next: page.next };
}
