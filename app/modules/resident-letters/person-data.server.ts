import { and, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Fate, PersonData, PersonId } from "#app/platform/privacy/person-data.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDateTime } from "#app/ui/format.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { letters } from "#db/village/schema/letters.ts";
import { letterPapers, letterQuestions } from "#db/village/schema/residents.ts";
import { dropPapers } from "./drop-papers.server.ts";

const MOST = 200;
const WORDS = {
  title: "Foto syarat dan tanya jawab surat",
  purpose: "Untuk memeriksa permintaan surat dari ponsel.",
  papers: "Foto syarat surat yang sudah selesai",
  papersReason: "Suratnya sendiri tetap ada sebagai arsip desa.",
};

/** What residents sent with their letters: photos of finished ones go when they ask. */
export const residentLettersData: PersonData = {
  subject: "resident",
  read: (ctx, id) =>
    reading(
      [
        ctx.db
          .select({ title: letters.title, at: letterPapers.createdAt })
          .from(letterPapers)
          .innerJoin(letters, eq(letters.id, letterPapers.letterId))
          .where(isHis(id))
          .limit(MOST),
        ctx.db
          .select({
            question: letterQuestions.question,
            answer: letterQuestions.answer,
            at: letterQuestions.askedAt,
          })
          .from(letterQuestions)
          .innerJoin(letters, eq(letters.id, letterQuestions.letterId))
          .where(isHis(id))
          .limit(MOST),
      ],
      async ([papers, questions]) => {
        const day = (at: string) => formatDateTime(new Date(at), ctx.tenant.timeZone);
        const facts = [
          ...papers.map(({ title, at }) => ({ label: `Foto ${day(at)}`, value: `Syarat ${title}` })),
          ...questions.map(({ question, answer, at }) => ({
            label: `Pertanyaan ${day(at)}`,
            value: `${question} Jawaban: ${answer ?? "belum ada"}`,
          })),
        ];
        return facts.length > 0 ? [{ title: WORDS.title, purpose: WORDS.purpose, facts }] : [];
      },
    ),
  fates: (ctx, id) =>
    reading([selectFinished(ctx.db, isHis(id))], ([rows]) => {
      const fate: Fate = { what: WORDS.papers, isRemoved: true, reason: WORDS.papersReason };
      return rows.length > 0 ? [fate] : [];
    }),
  remove: async (ctx, { tx }, id) => {
    const rows = await selectFinished(tx, isHis(id));
    // What of the bytes is not deleted now is by the nightly work, which finds the note of them.
    await dropPapers(
      ctx,
      tx,
      rows.map((row) => row.id),
    );
    return rows.length > 0 ? [WORDS.papers] : [];
  },
};

function selectFinished(db: VillageDb | VillageTx, his: SQL | undefined) {
  const isOver = or(isNotNull(letters.handedAt), isNotNull(letters.cancelledAt));
  return db
    .select({ id: letterPapers.id })
    .from(letterPapers)
    .innerJoin(letters, eq(letters.id, letterPapers.letterId))
    .where(and(his, isOver));
}

function isHis(id: PersonId): SQL {
  return sql`${letters.residentId} = ${typeof id === "string" ? sql`${id}` : id}`;
}
