import { asc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { recordOpening } from "#app/platform/access-log.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { dispositions, incomingLetters, letters } from "#db/village/schema/letters.ts";
import { files } from "#db/village/schema/village.ts";
import { isOpenTo, readsSecrets, todayOf } from "./incoming.server.ts";
import { incomingState } from "./incoming-rules.ts";
import { officialsOf, selectOfficials } from "./officials.server.ts";
import { INCOMING_WORDS } from "./words.ts";

/**
 * One letter with its scan, its dispositions and what the actor may do with it; one round trip. Opening a secret one is
 * written to the access log.
 */
export async function loadIncoming(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "mail.read");
  const [[found], given, people, officials] = await ctx.db.batch([
    ctx.db
      .select({ letter: incomingLetters, isOpen: isOpenTo(ctx), scan: files, answer: ANSWER })
      .from(incomingLetters)
      .leftJoin(files, eq(files.id, incomingLetters.fileId))
      .leftJoin(letters, eq(letters.id, incomingLetters.answeredByLetterId))
      .where(eq(incomingLetters.id, id)),
    ctx.db
      .select()
      .from(dispositions)
      .where(eq(dispositions.incomingId, id))
      .orderBy(asc(dispositions.createdAt), asc(dispositions.id)),
    ctx.db.select({ id: accounts.id, name: accounts.name }).from(accounts),
    selectOfficials(ctx),
  ]);
  if (!found) throw new NotFoundError(INCOMING_WORDS.gone);
  if (!found.isOpen) throw new ForbiddenError(INCOMING_WORDS.secret);
  const { letter, scan, answer } = found;
  if (letter.nature === "rahasia") await logOpening(ctx, id);
  const nameOf = (accountId: string) => people.find((each) => each.id === accountId)?.name ?? "-";
  const list = officialsOf(officials);
  const isOpen = !letter.voidedAt && !letter.closedAt;
  const may = (permission: string) => ctx.actor.permissions.has(permission);
  return {
    letter,
    scan,
    answer,
    state: incomingState(letter, given, todayOf(ctx)),
    writtenBy: nameOf(letter.createdBy),
    dispositions: given.map((row) => ({
      ...row,
      to: nameOf(row.toAccountId),
      toTitles: list.find((each) => each.id === row.toAccountId)?.titles ?? null,
      from: nameOf(row.fromAccountId),
      mayReport:
        !letter.voidedAt && !row.doneAt && (row.toAccountId === ctx.actor.accountId || readsSecrets(ctx)),
    })),
    /** Nobody passes a letter on to himself. */
    officials: list.filter((each) => each.id !== ctx.actor.accountId),
    may: {
      correct: may("mail.write") && !letter.voidedAt,
      answer: may("mail.write") && !letter.voidedAt && (!answer || answer.state === "cancelled"),
      close: may("mail.write") && isOpen,
      dispose: may("mail.dispose") && !letter.voidedAt,
    },
    today: todayOf(ctx),
  };
}

const ANSWER = {
  id: letters.id,
  title: letters.title,
  numberText: letters.numberText,
  personName: letters.personName,
  state: letters.state,
};

export type LoadedIncoming = Awaited<ReturnType<typeof loadIncoming>>;

function logOpening(ctx: OfficeCtx, id: string): Promise<void> {
  const entry = { kind: "open" as const, what: "correspondence.secret", subject: "incoming", subjectId: id };
  return recordOpening(ctx.db, ctx, entry);
}
