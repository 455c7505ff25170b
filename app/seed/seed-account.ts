import type { VillageCtx } from "#app/context.ts";
import { sealContact } from "#app/modules/accounts/contact.server.ts";
import { permissionsOf } from "#app/modules/accounts/permissions.ts";
import type { Actor, HeldPosition } from "#app/platform/actor.ts";
import { dayIn } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { hashPassword } from "#app/platform/passwords.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";

export interface SeedAccount {
  name: string;
  positions: string[];
  status?: HeldPosition["status"];
  phone?: string;
  username?: string;
  /** Without one nobody can sign in to the account. */
  password?: string;
  /** A hash made before, where many accounts share a password. */
  passwordHash?: string;
  isAdmin?: boolean;
  /** Dusun, RW or RT that the positions look after. */
  areaId?: string | null;
  /** Account made earlier: only its actor is built again. */
  accountId?: string;
}

export interface SeededAccount {
  accountId: string;
  sessionId: string;
  actor: Actor;
}

/** Makes a person with positions that started today, and the actor that he is in a request. */
export async function seedAccount(ctx: VillageCtx, person: SeedAccount): Promise<SeededAccount> {
  const accountId = person.accountId ?? newId(ctx.now);
  const positions = person.positions.map((position) => ({
    position,
    status: person.status ?? ("definitif" as const),
    areaId: person.areaId ?? null,
  }));
  if (!person.accountId) await insertPerson(ctx, accountId, person, positions);
  const sessionId = newId(ctx.now);
  const isAdmin = person.isAdmin ?? false;
  const permissions = permissionsOf(person.positions, isAdmin);
  return {
    accountId,
    sessionId,
    actor: {
      accountId,
      sessionId,
      name: person.name,
      isAdmin,
      positions,
      permissions,
      signingBlockedUntil: null,
    },
  };
}

async function insertPerson(
  ctx: VillageCtx,
  accountId: string,
  person: SeedAccount,
  positions: HeldPosition[],
) {
  const createdAt = ctx.now.toISOString();
  await ctx.db.insert(accounts).values({
    id: accountId,
    name: person.name,
    ...(await sealContact(ctx.keys, { phone: person.phone ?? null, email: null })),
    username: person.username ?? null,
    passwordHash: person.passwordHash ?? (person.password ? await hashPassword(person.password) : ""),
    isAdmin: person.isAdmin ?? false,
    createdAt,
  });
  const startsOn = dayIn(ctx.tenant.timeZone, ctx.now);
  const rows = positions.map((held) => ({ id: newId(ctx.now), accountId, ...held, startsOn, createdAt }));
  if (rows.length > 0) await ctx.db.insert(positionTerms).values(rows);
}
