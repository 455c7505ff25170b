import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { incomingLetters, letters } from "#db/village/schema/letters.ts";
import { isOpenTo } from "./incoming.server.ts";
import { likePattern } from "./list-rules.ts";

const PAGE_ROWS = 50;

/** One page of the letters that the office writes by itself, the latest first; one round trip. */
export async function listOfficial(ctx: OfficeCtx, words: string, beforeId: string | null) {
  requirePermission(ctx, "mail.read");
  const pattern = likePattern(words);
  const found = or(
    sql`${letters.personName} LIKE ${pattern} ESCAPE '\\'`,
    sql`${letters.title} LIKE ${pattern} ESCAPE '\\'`,
    sql`${letters.numberText} LIKE ${pattern} ESCAPE '\\'`,
  );
  const rows = await ctx.db
    .select({
      id: letters.id,
      title: letters.title,
      state: letters.state,
      personName: letters.personName,
      numberText: letters.numberText,
      letterDate: letters.letterDate,
      createdAt: letters.createdAt,
      answersId: incomingLetters.id,
      answersNumber: sql<
        string | null
      >`iif(${isOpenTo(ctx)}, ${incomingLetters.agendaNumber} || '/' || ${incomingLetters.year}, NULL)`,
    })
    .from(letters)
    .leftJoin(incomingLetters, eq(incomingLetters.answeredByLetterId, letters.id))
    .where(
      and(
        eq(letters.channel, "office"),
        words ? found : undefined,
        beforeId ? lt(letters.id, beforeId) : undefined,
      ),
    )
    .orderBy(desc(letters.id))
    .limit(PAGE_ROWS + 1);
  const page = rows.slice(0, PAGE_ROWS);
  return { rows: page, next: rows.length > PAGE_ROWS ? (page.at(-1)?.id ?? null) : null };
}
