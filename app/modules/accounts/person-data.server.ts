import { and, asc, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import type {
  Fate,
  KnownPerson,
  PersonData,
  PersonId,
  PersonKind,
} from "#app/platform/privacy/person-data.ts";
import { mapReading, type Reading, reading } from "#app/platform/read-together.ts";
import type { Write } from "#app/platform/write.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import {
  accounts,
  invitations,
  passwordResets,
  positionTerms,
  sessions,
} from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { knownDevices, passkeys, recoveryCodes } from "#db/village/schema/security.ts";
import { readHeldOnAccount } from "./held-on-account.server.ts";
import { todayIn } from "./staff.server.ts";
import { PERSON_DATA_WORDS, positionTitle } from "./words.ts";

const SUBJECT = "account";

/** People of the office, dismissed ones too, as persons who may ask for their data. */
export const accountKind: PersonKind = {
  subject: SUBJECT,
  name: PERSON_DATA_WORDS.kind,
  howToCorrect: PERSON_DATA_WORDS.howToCorrect,
  find: (ctx, text, limit) => {
    const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    return people(ctx, sql`${accounts.name} LIKE ${pattern} ESCAPE '\\'`, limit);
  },
  get: (ctx, id) => mapReading(people(ctx, eq(accounts.id, id), 1), ([person]) => person ?? null),
};

/** What is held on them, and what of it may go. */
export const accountData: PersonData = {
  subject: SUBJECT,
  read: readHeldOnAccount,
  fates: (ctx, id) =>
    reading([selectState(ctx.db, id)], ([[row]]) => (row ? fatesOf(row.state === "dismissed") : [])),
  remove: removeAccountData,
};

/** Accounts that fit, by name, each with the positions that he holds today. */
function people(ctx: OfficeCtx, condition: SQL, limit: number): Reading<KnownPerson[]> {
  const today = todayIn(ctx);
  const isHeld = and(
    lte(positionTerms.startsOn, today),
    or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today)),
  );
  return reading(
    [
      ctx.db
        .select({ id: accounts.id, name: accounts.name, state: accounts.state })
        .from(accounts)
        .where(condition)
        .orderBy(asc(accounts.name), asc(accounts.id))
        .limit(limit),
      ctx.db
        .select({ id: accounts.id, position: positionTerms.position, status: positionTerms.status })
        .from(accounts)
        .innerJoin(positionTerms, eq(positionTerms.accountId, accounts.id))
        .where(and(condition, isHeld))
        .orderBy(asc(positionTerms.startsOn)),
    ],
    ([rows, terms]) =>
      rows.map(({ id, name, state }) => {
        const held = terms.filter((term) => term.id === id);
        const titles = held.map(({ position, status }) => positionTitle(position, status));
        const meta = titles.join(", ") || PERSON_DATA_WORDS.noPosition;
        return {
          id,
          name,
          meta: state === "dismissed" ? PERSON_DATA_WORDS.dismissed : meta,
          href: `/kantor/perangkat/${id}`,
        };
      }),
  );
}

function selectState(db: VillageDb | VillageTx, id: PersonId) {
  return db.select({ state: accounts.state }).from(accounts).where(eq(accounts.id, id));
}

async function isDismissed(db: VillageDb | VillageTx, id: string): Promise<boolean> {
  return (await selectState(db, id))[0]?.state === "dismissed";
}

function fatesOf(isRemoved: boolean): Fate[] {
  const { contact, traces, archive, logs } = PERSON_DATA_WORDS.fates;
  const reason = isRemoved ? PERSON_DATA_WORDS.removed : PERSON_DATA_WORDS.stillActive;
  return [
    { what: contact, isRemoved, reason },
    { what: traces, isRemoved, reason },
    { ...archive, isRemoved: false },
    { ...logs, isRemoved: false },
  ];
}

/** An account that may still be opened keeps what opens it; of a closed one the archive alone stays. */
async function removeAccountData(_ctx: VillageCtx, { tx }: Write, id: string): Promise<string[]> {
  if (!(await isDismissed(tx, id))) return [];
  const none = {
    phone: null,
    phoneSealed: null,
    phoneIndex: null,
    email: null,
    emailSealed: null,
    emailIndex: null,
    totpSealed: null,
    totpConfirmedAt: null,
    totpLastStep: null,
  };
  const held = or(
    isNotNull(accounts.phone),
    isNotNull(accounts.phoneSealed),
    isNotNull(accounts.email),
    isNotNull(accounts.emailSealed),
    isNotNull(accounts.totpSealed),
  );
  const contact = await tx
    .update(accounts)
    .set(none)
    .where(and(eq(accounts.id, id), held));
  const invited = await tx
    .update(invitations)
    .set({ phone: null, phoneSealed: null })
    .where(
      and(
        eq(invitations.acceptedBy, id),
        or(isNotNull(invitations.phone), isNotNull(invitations.phoneSealed)),
      ),
    );
  let traces = 0;
  for (const gone of [
    tx.delete(sessions).where(eq(sessions.accountId, id)),
    tx.delete(passkeys).where(eq(passkeys.accountId, id)),
    tx.delete(knownDevices).where(eq(knownDevices.accountId, id)),
    tx.delete(inboxItems).where(eq(inboxItems.accountId, id)),
    tx.delete(passwordResets).where(eq(passwordResets.accountId, id)),
    tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, id)),
  ])
    traces += (await gone).rowsAffected;
  const { fates } = PERSON_DATA_WORDS;
  return [
    ...(contact.rowsAffected + invited.rowsAffected > 0 ? [fates.contact] : []),
    ...(traces > 0 ? [fates.traces] : []),
  ];
}
