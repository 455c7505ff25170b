import { eq, lt, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { deleteBytes } from "#app/platform/files/drop-file.ts";
import type { RetentionRule } from "#app/platform/privacy/retention-rule.ts";
import { letters } from "#db/village/schema/letters.ts";
import { letterPapers } from "#db/village/schema/residents.ts";
import { dropPapers } from "./drop-papers.server.ts";

const OVER = "SELECT coalesce(l.handed_at, l.cancelled_at) FROM letters l WHERE l.id = letter_id";
const AT_ONCE = 50;

/** How long what residents sent with their letters is kept; the letters themselves stay. */
export const residentLetterRetention: readonly RetentionRule[] = [
  {
    kind: "resident-letters.papers",
    name: "Foto syarat surat yang sudah diserahkan atau dibatalkan",
    reason: "Diperlukan untuk memeriksa permintaan; setelah itu cukup suratnya yang disimpan.",
    keep: { unit: "months", standard: 3, least: 1, most: 12 },
    removal: { how: "run", run: dropOldPapers },
  },
  {
    kind: "resident-letters.questions",
    name: "Tanya jawab tentang surat yang sudah diserahkan atau dibatalkan",
    reason: "Menjelaskan bagaimana permintaan dikerjakan selama masih dapat dipertanyakan.",
    keep: { unit: "months", standard: 12, least: 1, most: 36 },
    removal: { how: "delete", table: "letter_questions", age: OVER },
  },
];

async function dropOldPapers(ctx: VillageCtx, before: string): Promise<{ removed: number; isMore: boolean }> {
  const old = await ctx.db
    .select({ id: letterPapers.id })
    .from(letterPapers)
    .innerJoin(letters, eq(letters.id, letterPapers.letterId))
    .where(lt(sql`coalesce(${letters.handedAt}, ${letters.cancelledAt})`, before))
    .limit(AT_ONCE);
  const keys = await ctx.db.transaction((tx) =>
    dropPapers(
      ctx,
      tx,
      old.map(({ id }) => id),
    ),
  );
  await deleteBytes(ctx, keys);
  return { removed: old.length, isMore: old.length === AT_ONCE };
}
