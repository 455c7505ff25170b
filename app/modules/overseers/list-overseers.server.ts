import { and, asc, count, eq, gt, type SQL } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { overseerPasskeys, overseerSessions, overseers } from "#db/directory/schema/overseers.ts";
import { regions } from "#db/directory/schema/regions.ts";
import type { DirectoryDb, DirectoryTx } from "#db/open.ts";
import { selectOpenInvitations } from "./overseer-invitations.server.ts";
import { manages, type OverseerFacts } from "./people-rules.ts";
import { OVERSEER_WORDS } from "./words.ts";

/** Who manages people of his kind: the first line of every verb about them. */
export function requireManager(ctx: OversightCtx): OverseerFacts {
  const { overseerId: id, kind, regencyCode, isAdmin, permissions } = ctx.overseer;
  if (!permissions.has("operator.people") && !permissions.has("kabupaten.people")) throw new ForbiddenError();
  return { id, kind, regencyCode, isAdmin };
}

function selectPeople(db: DirectoryDb | DirectoryTx, where?: SQL) {
  return db
    .select({ person: overseers, regencyName: regions.name })
    .from(overseers)
    .leftJoin(regions, eq(regions.code, overseers.regencyCode))
    .where(where)
    .orderBy(asc(overseers.kind), asc(overseers.regencyCode), asc(overseers.name), asc(overseers.id));
}

type PersonRow = Awaited<ReturnType<typeof selectPeople>>[number];

function shown({ person, regencyName }: PersonRow) {
  const { id, name, username, kind, regencyCode, isAdmin, state, createdAt, dismissedAt } = person;
  return { id, name, username, kind, regencyCode, regencyName, isAdmin, state, createdAt, dismissedAt };
}

/** Everybody whom the actor manages, and whom he or his colleagues have invited; one round trip. */
export async function listOverseers(ctx: OversightCtx) {
  const actor = requireManager(ctx);
  const own = actor.regencyCode ? eq(overseers.regencyCode, actor.regencyCode) : undefined;
  const [people, invitations] = await ctx.directory.batch([
    selectPeople(ctx.directory, own),
    selectOpenInvitations(ctx),
  ]);
  return {
    people: people.map(shown).filter((person) => manages(actor, person)),
    invitations: invitations
      .map(({ invitation, regencyName }) => ({ ...invitation, tokenHash: undefined, regencyName }))
      .filter((invitation) => manages(actor, invitation)),
  };
}

export type ListedOverseer = Awaited<ReturnType<typeof listOverseers>>["people"][number];

/** One person whom the actor manages, with how he is secured and how often he is signed in; one round trip. */
export async function getOverseer(ctx: OversightCtx, overseerId: string) {
  const actor = requireManager(ctx);
  const now = ctx.now.toISOString();
  const [found, sessions, passkeys] = await ctx.directory.batch([
    selectPeople(ctx.directory, eq(overseers.id, overseerId)),
    ctx.directory
      .select({ count: count() })
      .from(overseerSessions)
      .where(and(eq(overseerSessions.overseerId, overseerId), gt(overseerSessions.expiresAt, now))),
    ctx.directory
      .select({ count: count() })
      .from(overseerPasskeys)
      .where(eq(overseerPasskeys.overseerId, overseerId)),
  ]);
  const [row] = found;
  if (!row || !manages(actor, row.person)) throw new NotFoundError(OVERSEER_WORDS.gone);
  return {
    ...shown(row),
    isSelf: row.person.id === actor.id,
    hasTotp: row.person.totpConfirmedAt !== null,
    passkeyCount: passkeys[0]?.count ?? 0,
    sessionCount: sessions[0]?.count ?? 0,
  };
}

/** The same inside a transaction, as the rules see him. @throws NotFoundError where the actor does not manage him */
export async function getManaged(ctx: OversightCtx, tx: DirectoryTx, overseerId: string) {
  const actor = requireManager(ctx);
  const [row] = await selectPeople(tx, eq(overseers.id, overseerId));
  if (!row || !manages(actor, row.person)) throw new NotFoundError(OVERSEER_WORDS.gone);
  return row.person;
}
