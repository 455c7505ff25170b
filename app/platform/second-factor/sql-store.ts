import { and, asc, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { overseerChallenges, overseerPasskeys, overseers } from "#db/directory/schema/overseers.ts";
import type { DirectoryDb, DirectoryTx, VillageDb, VillageTx } from "#db/open.ts";
import type { accounts } from "#db/village/schema/accounts.ts";
import type { challenges, passkeys } from "#db/village/schema/security.ts";
import type { Keys } from "../keys/keys.ts";
import type { ChallengeRecord, FactorStore, Factors, PasskeyRecord } from "./store.ts";

export type FactorDb = VillageDb | VillageTx | DirectoryDb | DirectoryTx;

/** The tables of one kind of people. Columns are the same but for the one that names a passkey's owner. */
export interface FactorTables {
  people: typeof accounts | typeof overseers;
  passkeys: typeof passkeys | typeof overseerPasskeys;
  challenges: typeof challenges | typeof overseerChallenges;
  /** Name and column of the passkeys' owner. */
  ownerKey: "accountId" | "overseerId";
  owner: SQLiteColumn;
}

type PasskeyRow = Omit<PasskeyRecord, "personId">;

/** A store over these tables, through one handle or transaction. */
export function sqlFactorStore(
  db: FactorDb,
  tables: FactorTables,
  secrets: { keys: Keys; totpField: string },
): FactorStore {
  return {
    ...secrets,
    findFactors: async (personId) => factorsOf(await selectFactors(db, tables, personId), personId),
    ...totpPart(db, tables),
    ...passkeyPart(db, tables),
    ...challengePart(db, tables),
  };
}

function totpPart(db: FactorDb, tables: FactorTables) {
  const people = tables.people as typeof accounts;
  return {
    putTotp: async (personId, totp) => {
      const { sealed = null, confirmedAt = null, step = null } = totp ?? {};
      await db
        .update(people)
        .set({ totpSealed: sealed, totpConfirmedAt: confirmedAt, totpLastStep: step })
        .where(eq(people.id, personId));
    },
    takeTotpStep: async (personId, step) => {
      const isLater = or(isNull(people.totpLastStep), lt(people.totpLastStep, step));
      const taken = await db
        .update(people)
        .set({ totpLastStep: step })
        .where(and(eq(people.id, personId), isLater))
        .returning({ id: people.id });
      return taken.length === 1;
    },
  } satisfies Partial<FactorStore>;
}

function passkeyPart(db: FactorDb, tables: FactorTables) {
  const table = tables.passkeys as typeof passkeys;
  const own = (personId: string, id: string) => and(eq(table.id, id), eq(tables.owner, personId));
  return {
    findPasskey: async (credentialId) => {
      const [row] = await db
        .select({ ...passkeyColumns(tables), personId: tables.owner })
        .from(table)
        .where(eq(table.credentialId, credentialId));
      return row ? { ...row, personId: String(row.personId) } : null;
    },
    addPasskey: async ({ personId, ...passkey }) => {
      const row = { ...passkey, [tables.ownerKey]: personId } as typeof passkeys.$inferInsert;
      const added = await db.insert(table).values(row).onConflictDoNothing().returning({ id: table.id });
      return added.length === 1;
    },
    renamePasskey: async (personId, id, name) => {
      const renamed = await db
        .update(table)
        .set({ name })
        .where(own(personId, id))
        .returning({ id: table.id });
      return renamed.length === 1;
    },
    removePasskey: async (personId, id) => {
      const removed = await db.delete(table).where(own(personId, id)).returning({ id: table.id });
      return removed.length === 1;
    },
    takeCounter: async (passkey, counter, lastUsedAt) => {
      const moved = await db
        .update(table)
        .set({ counter, lastUsedAt })
        .where(and(eq(table.id, passkey.id), eq(table.counter, passkey.counter)))
        .returning({ id: table.id });
      return moved.length === 1;
    },
  } satisfies Partial<FactorStore>;
}

function challengePart(db: FactorDb, tables: FactorTables) {
  const table = tables.challenges as typeof challenges;
  return {
    addChallenge: async (challenge: ChallengeRecord) => {
      await db.insert(table).values(challenge);
    },
    takeChallenge: async (id, sessionId, now) => {
      const isOfSession = sessionId === null ? isNull(table.sessionId) : eq(table.sessionId, sessionId);
      const [row] = await db
        .delete(table)
        .where(and(eq(table.id, id), isOfSession, gt(table.expiresAt, now)))
        .returning({
          id: table.id,
          sessionId: table.sessionId,
          challenge: table.challenge,
          expiresAt: table.expiresAt,
        });
      return row ?? null;
    },
  } satisfies Partial<FactorStore>;
}

function passkeyColumns(tables: FactorTables) {
  const table = tables.passkeys as typeof passkeys;
  const { id, credentialId, publicKey, counter, transports, name, createdAt, lastUsedAt } = table;
  return { id, credentialId, publicKey, counter, transports, name, createdAt, lastUsedAt };
}

/** Query for what somebody may show as his second factor; for a batch. */
export function selectFactors(db: FactorDb, tables: FactorTables, personId: string) {
  const people = tables.people as typeof accounts;
  const table = tables.passkeys as typeof passkeys;
  return db
    .select({
      sealed: people.totpSealed,
      confirmedAt: people.totpConfirmedAt,
      passkey: passkeyColumns(tables),
    })
    .from(people)
    .leftJoin(table, eq(tables.owner, people.id))
    .where(eq(people.id, personId))
    .orderBy(asc(table.createdAt), asc(table.id));
}

interface FactorRow {
  sealed: string | null;
  confirmedAt: string | null;
  passkey: PasskeyRow | null;
}

/** Rows of `selectFactors` as one; null where there is no such person. */
export function factorsOf(rows: readonly FactorRow[], personId: string): Factors | null {
  const [first] = rows;
  if (!first) return null;
  const { sealed, confirmedAt } = first;
  const passkeys = rows.flatMap(({ passkey }) => (passkey ? [{ ...passkey, personId }] : []));
  return { totp: { sealed, confirmedAt }, passkeys };
}
