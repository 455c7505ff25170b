import type { OfficeCtx } from "#app/context.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { requirePermission } from "#app/platform/require.ts";
import { selectResident } from "./load-resident.server.ts";
import { isMinor } from "./person-rules.ts";
import { fieldOf } from "./resident-fields.ts";
import { openResident } from "./resident-values.server.ts";
import { FAMILY_NUMBER, SEALED_KEYS } from "./sealed-fields.ts";
import { maySee, type RevealedGroup } from "./visible-rules.ts";
import { POPULATION_WORDS } from "./words.ts";

/** Numbers of one group in the clear, by field; the card's number stands under `kkNumber`. */
export type Revealed = Record<string, string>;

/**
 * A person's numbers of one group in full, for those who hold its permission (of a child, that of children's data as
 * well). The log is written first.
 * @throws NotFoundError where there is no such resident
 */
export async function revealResident(ctx: OfficeCtx, id: string, group: RevealedGroup): Promise<Revealed> {
  requirePermission(ctx, "population.read");
  const [row] = await selectResident(ctx, id);
  if (!row) throw new NotFoundError(POPULATION_WORDS.gone);
  const { resident, family } = row;
  const isChild = isMinor(resident.birthDate, dayIn(ctx.tenant.timeZone, ctx.now));
  if (!maySee(ctx.actor.permissions, group, isChild)) throw new ForbiddenError();
  await ctx.db.transaction((tx) =>
    recordAccess(tx, ctx, {
      kind: "reveal",
      what: `residents.${group}`,
      subject: "resident",
      subjectId: resident.id,
    }),
  );
  const keys = SEALED_KEYS.filter((key) => fieldOf(key).group === group);
  const values = await openResident(ctx.keys, resident, keys);
  const kkNumber =
    group === "identity" && family ? await openValue(ctx.keys, FAMILY_NUMBER, family.numberSealed) : null;
  const found: [string, string | null][] = [
    ...keys.map((key): [string, string | null] => [key, values[key]]),
    ["kkNumber", kkNumber],
  ];
  return Object.fromEntries(found.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
