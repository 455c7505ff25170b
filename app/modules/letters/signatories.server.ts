import { and, eq, inArray } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { Day } from "#app/platform/clock.ts";
import { FieldError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import { type Signatory, type SignatoryTerms, signatoriesOn } from "./signatory-rules.ts";

const SIGNING = [
  "kepala-desa",
  "sekretaris-desa",
  "kasi-pemerintahan",
  "kasi-pelayanan",
  "kasi-kesejahteraan",
];

/** Query for who holds an office under which letters are signed. For a batch. */
export function selectSigningTerms(db: VillageDb | VillageTx) {
  return db
    .select({
      accountId: positionTerms.accountId,
      name: accounts.name,
      position: positionTerms.position,
      status: positionTerms.status,
      startsOn: positionTerms.startsOn,
      endsOn: positionTerms.endsOn,
    })
    .from(positionTerms)
    .innerJoin(accounts, eq(accounts.id, positionTerms.accountId))
    .where(and(inArray(positionTerms.position, SIGNING), eq(accounts.state, "active")));
}

/** Query for what the village calls itself and its head. For a batch. */
export function selectTerms(db: VillageDb | VillageTx) {
  return db
    .select({
      villageTerm: villageProfile.villageTerm,
      headTerm: villageProfile.headTerm,
      hamletTerm: villageProfile.hamletTerm,
      name: villageProfile.name,
    })
    .from(villageProfile);
}

/** The words of the profile, or the usual ones. */
export function termsOf(ctx: Pick<VillageCtx, "tenant">, rows: readonly SignatoryTerms[]): SignatoryTerms {
  const usual = { villageTerm: "Desa", headTerm: "Kepala Desa", hamletTerm: "Dusun", name: ctx.tenant.name };
  return rows[0] ?? usual;
}

/**
 * Who signs on a day.
 * @param accountId whom the form chose; the usual one where it chose none
 * @throws FieldError at `penandatangan`
 */
export async function chooseSignatory(
  ctx: VillageCtx,
  tx: VillageTx,
  day: Day,
  accountId: string | null,
): Promise<Signatory> {
  const terms = termsOf(ctx, await selectTerms(tx));
  const all = signatoriesOn(await selectSigningTerms(tx), day, terms);
  const [usual] = all;
  if (!usual) throw new FieldError("penandatangan", LETTER_WORDS.noSignatory);
  const chosen = accountId ? all.find((each) => each.accountId === accountId) : usual;
  if (!chosen) throw new FieldError("penandatangan", LETTER_WORDS.wrongSignatory);
  return chosen;
}
