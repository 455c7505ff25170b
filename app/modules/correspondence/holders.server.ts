import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { positionTitle } from "#app/modules/accounts/words.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { todayOf } from "./incoming.server.ts";

export interface Holder {
  /** `Plt. Kepala Desa Sesela`. */
  title: string;
  name: string;
}

const NOBODY = "................................";

/** Who holds a position today, as he signs; of several (a Plh. beside the head who is away) the one who began last. */
export async function presentHolder(
  ctx: Pick<OfficeCtx, "db" | "tenant" | "now">,
  position: "kepala-desa" | "sekretaris-desa",
  profile: ProfileRow,
): Promise<Holder> {
  const today = todayOf(ctx);
  const holders = await ctx.db
    .select({ name: accounts.name, status: positionTerms.status })
    .from(positionTerms)
    .innerJoin(accounts, eq(accounts.id, positionTerms.accountId))
    .where(
      and(
        eq(positionTerms.position, position),
        lte(positionTerms.startsOn, today),
        or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today)),
      ),
    )
    .orderBy(asc(positionTerms.startsOn));
  const holder = holders.at(-1);
  const title = positionTitle(position, holder?.status, profile);
  const ofVillage = position === "kepala-desa" ? `${title} ${profile.name}` : title;
  return { title: ofVillage, name: holder?.name ?? NOBODY };
}
