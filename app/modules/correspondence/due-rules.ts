import { addDays, type Day } from "#app/platform/clock.ts";
import { formatDate } from "#app/ui/format.ts";
import { DISPOSITION_WORDS as WORDS } from "./words.ts";

/** Kinds of due items that the correspondence keeps. */
export const MAIL_DUE_KINDS = ["mail.disposition", "mail.disposition-late", "mail.answer"] as const;

/** Days before the last day of an answer on which who is to write it is told. */
const ANSWER_NOTICE_DAYS = 2;

/** A letter that is open, with its dispositions that are not done. */
export interface DueLetter {
  id: string;
  subject: string;
  answerDueOn: Day | null;
  isAnswered: boolean;
  follows: readonly { id: string; toAccountId: string; fromAccountId: string; dueOn: Day | null }[];
}

interface MailDueThing {
  dueKey: string;
  kind: (typeof MAIL_DUE_KINDS)[number];
  subjectId: string;
  dueOn: Day;
  receivers: readonly string[];
  title: string;
  href: string;
}

/**
 * All that open letters have on the calendar. A disposition tells its holder on its day and, the day after, who gave it
 * too; an answer tells the holders, or the leaders where nobody has the letter yet.
 */
export function dueThings(letters: readonly DueLetter[], leaders: readonly string[]): MailDueThing[] {
  return letters.flatMap((letter) => [...followThings(letter), ...answerThings(letter, leaders)]);
}

function followThings({ id, subject, follows }: DueLetter): MailDueThing[] {
  const href = `/kantor/buku/masuk/${id}`;
  return follows.flatMap(({ id: followId, toAccountId, fromAccountId, dueOn }) => {
    if (!dueOn) return [];
    const thing = { subjectId: followId, href };
    return [
      {
        ...thing,
        dueKey: `mail.disposition:${followId}:${dueOn}`,
        kind: "mail.disposition" as const,
        dueOn,
        receivers: [toAccountId],
        title: WORDS.dueToday(subject),
      },
      {
        ...thing,
        dueKey: `mail.disposition-late:${followId}:${dueOn}`,
        kind: "mail.disposition-late" as const,
        dueOn: addDays(dueOn, 1),
        receivers: [...new Set([toAccountId, fromAccountId])],
        title: WORDS.overdue(subject),
      },
    ];
  });
}

function answerThings(letter: DueLetter, leaders: readonly string[]): MailDueThing[] {
  const { id, subject, answerDueOn, isAnswered, follows } = letter;
  if (!answerDueOn || isAnswered) return [];
  const holders = [...new Set(follows.map(({ toAccountId }) => toAccountId))];
  return [
    {
      dueKey: `mail.answer:${id}:${answerDueOn}`,
      kind: "mail.answer",
      subjectId: id,
      dueOn: addDays(answerDueOn, -ANSWER_NOTICE_DAYS),
      receivers: holders.length > 0 ? holders : leaders,
      title: WORDS.answerDue(subject, formatDate(answerDueOn)),
      href: `/kantor/buku/masuk/${id}`,
    },
  ];
}
