import { and, asc, eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { hashPassword } from "#app/platform/passwords.ts";
import { residents } from "#db/village/schema/population.ts";
import { plausibleHouseholds } from "./plausible-households.ts";
import { seedResidentAccount } from "./seed-resident-account.ts";

/** How many people the demo's register holds. */
export const DEMO_RESIDENTS = 240;
/** Place of the resident with an account among the heads: nobody's letters stand there yet. */
const PLACE = 7;

/** NIK and PIN of a resident who does not exist, printed at the start as the officials' password is. */
export function demoResident(): { nik: string; pin: string } {
  const head = plausibleHouseholds({ count: DEMO_RESIDENTS })[PLACE]?.members[0];
  return { nik: head?.nik ?? "", pin: "274918" };
}

/** Gives him his account, as a slip that was used leaves it. */
export async function seedDemoResident(ctx: VillageCtx): Promise<void> {
  const [row] = await ctx.db
    .select({ id: residents.id })
    .from(residents)
    .where(and(eq(residents.familyRole, 1), eq(residents.status, 1)))
    .orderBy(asc(residents.number))
    .limit(1)
    .offset(PLACE);
  if (!row) throw new Error(`the register has no head ${PLACE}`);
  await seedResidentAccount(ctx, row.id, await hashPassword(demoResident().pin));
}
