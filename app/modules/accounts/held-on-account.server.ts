import { asc, count, desc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { accessSentence } from "#app/platform/privacy/access-words.ts";
import type { HeldSection, PersonId } from "#app/platform/privacy/person-data.ts";
import { mapReading, type Reading, reading } from "#app/platform/read-together.ts";
import { ACCESS_WORDS } from "#app/registry.ts";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { accounts, auditLog, invitations, positionTerms, sessions } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { accessLog, knownDevices, passkeys, recoveryCodes } from "#db/village/schema/security.ts";
import { openContact, openInvitedPhone } from "./contact.server.ts";
import { localPhone } from "./identity-rules.ts";
import { PERSON_DATA_WORDS, positionTitle } from "./words.ts";

/** The file names the latest of what has no end. */
const MOST = 200;

type Facts = { label: string; value: string }[];

/**
 * All that is held on somebody of the office, in the clear; secrets (password, codes, keys of devices) are said to be
 * there and never shown.
 */
export function readHeldOnAccount(ctx: OfficeCtx, id: PersonId): Reading<Promise<HeldSection[]>> {
  return mapReading(selectHeld(ctx, id), (held) => sectionsOf(ctx, held));
}

async function sectionsOf(ctx: OfficeCtx, held: Held): Promise<HeldSection[]> {
  const [account] = held.accounts;
  if (!account) return [];
  const say = (at: string) => formatDateTime(Date.parse(at), ctx.tenant.timeZone);
  const { sections } = PERSON_DATA_WORDS;
  const parts: [keyof typeof sections, Facts, number?][] = [
    ["account", await accountFacts(ctx, account, say)],
    ["positions", held.terms.map(termFact)],
    ["invitations", await invitationFacts(ctx, held.invitations, say)],
    ["devices", deviceFacts(held, say)],
    ["recovery", held.codes.map((row) => ({ label: "Kode pemulihan dibuat", value: say(row.createdAt) }))],
    [
      "messages",
      held.messages.map(({ createdAt, title }) => fact(say(createdAt), title)),
      held.counts.messages,
    ],
    [
      "looks",
      held.looks.map((row) => fact(say(row.at), accessSentence(row, ACCESS_WORDS))),
      held.counts.looks,
    ],
    ["changes", [fact("Perubahan yang ia lakukan", `${held.counts.changes} catatan`)]],
  ];
  return parts
    .filter(([, facts]) => facts.length > 0)
    .map(([key, facts, all = facts.length]) => ({
      ...sections[key],
      facts,
      leftOut: Math.max(0, all - facts.length),
    }));
}

function fact(label: string, value: string) {
  return { label, value };
}

function selectHeld({ db }: OfficeCtx, id: PersonId) {
  return reading(
    [
      db.select().from(accounts).where(eq(accounts.id, id)),
      db
        .select()
        .from(positionTerms)
        .where(eq(positionTerms.accountId, id))
        .orderBy(asc(positionTerms.startsOn)),
      db.select().from(invitations).where(eq(invitations.acceptedBy, id)),
      db.select().from(sessions).where(eq(sessions.accountId, id)).orderBy(desc(sessions.createdAt)),
      db
        .select()
        .from(knownDevices)
        .where(eq(knownDevices.accountId, id))
        .orderBy(desc(knownDevices.lastSeenAt)),
      db.select().from(passkeys).where(eq(passkeys.accountId, id)),
      db
        .select()
        .from(recoveryCodes)
        .where(eq(recoveryCodes.accountId, id))
        .orderBy(desc(recoveryCodes.createdAt)),
      db
        .select()
        .from(inboxItems)
        .where(eq(inboxItems.accountId, id))
        .orderBy(desc(inboxItems.id))
        .limit(MOST),
      db.select({ all: count() }).from(inboxItems).where(eq(inboxItems.accountId, id)),
      db.select().from(accessLog).where(eq(accessLog.subjectId, id)).orderBy(desc(accessLog.id)).limit(MOST),
      db.select({ all: count() }).from(accessLog).where(eq(accessLog.subjectId, id)),
      db.select({ all: count() }).from(auditLog).where(eq(auditLog.accountId, id)),
    ],
    ([
      people,
      terms,
      invited,
      open,
      devices,
      keys,
      codes,
      messages,
      messageCount,
      looks,
      lookCount,
      changes,
    ]) => ({
      accounts: people,
      terms,
      invitations: invited,
      sessions: open,
      devices,
      passkeys: keys,
      codes,
      messages,
      looks,
      counts: {
        messages: messageCount[0]?.all ?? 0,
        looks: lookCount[0]?.all ?? 0,
        changes: changes[0]?.all ?? 0,
      },
    }),
  );
}

type Held = ReturnType<ReturnType<typeof selectHeld>["finish"]>;
type Say = (at: string) => string;

async function accountFacts(ctx: OfficeCtx, account: typeof accounts.$inferSelect, say: Say): Promise<Facts> {
  const { phone, email } = await openContact(ctx.keys, account);
  const facts: [string, string | null][] = [
    ["Nama", account.name],
    ["Nama pengguna", account.username],
    ["Nomor telepon", phone && localPhone(phone)],
    ["Surel", email],
    ["Kata sandi", account.passwordHash ? "Tersimpan sebagai sidik yang tidak dapat dibaca" : null],
    ["Kode autentikator", account.totpConfirmedAt && `Dipasang ${say(account.totpConfirmedAt)}`],
    ["Akun dibuat", say(account.createdAt)],
    ["Pendaftar desa", account.isAdmin ? "Ya" : null],
    ["Diberhentikan", account.dismissedAt && say(account.dismissedAt)],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function termFact({ position, status, startsOn, endsOn, decree }: Held["terms"][number]) {
  const until = endsOn ? `sampai ${formatDate(endsOn)}` : "sampai sekarang";
  const by = decree ? `, SK ${decree}` : "";
  return { label: positionTitle(position, status), value: `${formatDate(startsOn)} ${until}${by}` };
}

async function invitationFacts(ctx: OfficeCtx, rows: Held["invitations"], say: Say): Promise<Facts> {
  return Promise.all(
    rows.map(async (row) => {
      const phone = await openInvitedPhone(ctx.keys, row);
      const number = phone ? `, ${localPhone(phone)}` : "";
      return {
        label: `Undangan sebagai ${positionTitle(row.position, row.status)}`,
        value: `${row.name}${number}, ${say(row.createdAt)}`,
      };
    }),
  );
}

function deviceFacts({ sessions: open, devices, passkeys: keys }: Held, say: Say): Facts {
  return [
    ...devices.map((row) => ({
      label: row.device,
      value: `Pertama ${say(row.firstSeenAt)}, terakhir ${say(row.lastSeenAt)}`,
    })),
    ...open.map((row) => ({
      label: `Sesi di ${row.device}`,
      value: `Masuk ${say(row.createdAt)}, terakhir ${say(row.lastSeenAt)}`,
    })),
    ...keys.map((row) => ({ label: `Kunci sandi ${row.name}`, value: `Dipasang ${say(row.createdAt)}` })),
  ];
}
