import type { PortalCtx } from "#app/context.ts";
import { sealContact } from "#app/modules/accounts/contact.server.ts";
import { takeTicket } from "#app/modules/trust/claim-ticket.server.ts";
import { newId } from "#app/platform/ids.ts";
import { trialEnd } from "#app/platform/trial.ts";
import { zoneOfProvince } from "#db/directory/region-code.ts";
import type { RegionPath } from "#db/directory/regions.ts";
import { signups, villageHosts, villages } from "#db/directory/schema/villages.ts";
import { villageDatabaseName } from "#db/names.ts";
import { villageHost } from "./addresses.ts";
import type { StartSignupInput } from "./input.ts";
import type { SignupKeys, SignupRow } from "./queries.server.ts";

/**
 * First step of a sign-up: takes code, address name and host for a village that does not answer yet, all or nothing.
 * @throws where one of them, or the sign-up itself, is there already
 */
export async function reserveVillage(
  ctx: PortalCtx,
  keys: SignupKeys,
  path: RegionPath,
  person: StartSignupInput & { passwordHash: string },
): Promise<SignupRow> {
  const { directory } = ctx;
  const village = villageRow(ctx, path, person.subdomain);
  const signup = {
    id: newId(ctx.now),
    idempotencyKey: keys.natural,
    clientKey: keys.client,
    villageId: village.id,
    step: "reserved" as const,
    firstAccount: {
      name: person.nama,
      position: person.jabatan,
      contact: await sealContact(ctx.keysOf(village.id), { phone: person.telepon, email: null }),
      passwordHash: person.passwordHash,
    },
    createdAt: village.createdAt,
  };
  const host = villageHost(ctx.config, village.slug);
  const [[reserved], , [started]] = await directory.batch([
    directory.insert(villages).values(village).returning(),
    directory.insert(villageHosts).values({ host, villageId: village.id, kind: "canonical" }),
    directory.insert(signups).values(signup).returning(),
    takeTicket(ctx, path.code),
  ]);
  if (!reserved || !started) throw new Error("a reservation without rows");
  return { village: reserved, signup: started };
}

function villageRow(ctx: PortalCtx, path: RegionPath, slug: string) {
  const timeZone = zoneOfProvince(path.code.slice(0, 2));
  if (!timeZone) throw new Error(`no time zone for ${path.code}`);
  const id = newId(ctx.now);
  return {
    id,
    slug,
    name: path.name,
    regionCode: path.code,
    state: "provisioning" as const,
    timeZone,
    home: ctx.homes.main.name,
    database: villageDatabaseName(id),
    createdAt: ctx.now.toISOString(),
    trialEndsAt: trialEnd(ctx.now, ctx.trialDays),
  };
}
