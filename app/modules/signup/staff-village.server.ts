import { sealContact } from "#app/modules/accounts/contact.server.ts";
import { auditRow } from "#app/platform/audit.ts";
import { dayIn } from "#app/platform/clock.ts";
import { getRegionPath } from "#db/directory/regions.ts";
import { openVillage } from "#db/open.ts";
import { accounts, auditLog, positionTerms } from "#db/village/schema/accounts.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import type { SignupRow } from "./queries.server.ts";
import type { SignupCtx } from "./resume-signup.server.ts";

/**
 * Fills a new village's database: who signed it up (administrator, position from today) and what the official list
 * says of it. One batch whose rows bear the sign-up's id, so that a second run finds them and adds nothing.
 */
export async function staffVillage(ctx: SignupCtx, { signup, village }: SignupRow): Promise<void> {
  const person = signup.firstAccount;
  if (!person) throw new Error(`sign-up ${signup.id} has no first account`);
  const db = openVillage(ctx.homes.get(village.home), village);
  const { id } = signup;
  const createdAt = ctx.now.toISOString();
  const { name, passwordHash, position } = person;
  const contact = await contactOf(ctx, village.id, person);
  const entry = {
    ...auditRow(
      { now: ctx.now, requestId: ctx.requestId, actor: { accountId: id, name: person.name } },
      { action: "village.sign-up", entity: "village", entityId: village.id, details: { position } },
    ),
    id,
  };
  const term = { id, accountId: id, position, status: "definitif" as const, createdAt };
  await db.batch([
    db
      .insert(accounts)
      .values({ id, name, ...contact, passwordHash, isAdmin: true, createdAt })
      .onConflictDoNothing(),
    db
      .insert(positionTerms)
      .values({ ...term, startsOn: dayIn(village.timeZone, ctx.now) })
      .onConflictDoNothing(),
    db
      .insert(villageProfile)
      .values(await profileOf(ctx, village))
      .onConflictDoNothing(),
    db.insert(auditLog).values(entry).onConflictDoNothing(),
  ]);
}

/** A sign-up that was begun before phones were sealed holds it in the clear. */
async function contactOf(
  ctx: SignupCtx,
  villageId: string,
  person: NonNullable<SignupRow["signup"]["firstAccount"]>,
) {
  return person.contact ?? sealContact(ctx.keysOf(villageId), { phone: person.phone ?? null, email: null });
}

async function profileOf(ctx: SignupCtx, village: SignupRow["village"]) {
  const path = await getRegionPath(ctx.directory, village.regionCode);
  if (!path) throw new Error(`no region ${village.regionCode}`);
  return {
    id: 1,
    name: village.name,
    regionCode: village.regionCode,
    districtName: path.kecamatan ?? "",
    regencyName: path.kabupaten ?? "",
    provinceName: path.provinsi,
    timeZone: village.timeZone,
    updatedAt: ctx.now.toISOString(),
  };
}
