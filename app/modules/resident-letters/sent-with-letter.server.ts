import { asc, desc, eq, sql } from "drizzle-orm";
import type { VillageDb } from "#db/open.ts";
import { letterPapers, letterQuestions } from "#db/village/schema/residents.ts";
import { files } from "#db/village/schema/village.ts";

/** Query for the photographed papers of a letter, as they were sent. */
export function selectPapers(db: VillageDb, letterId: string) {
  return db
    .select({ id: letterPapers.id, requirement: letterPapers.requirement, storageKey: files.storageKey })
    .from(letterPapers)
    .innerJoin(files, eq(files.id, letterPapers.fileId))
    .where(eq(letterPapers.letterId, letterId))
    .orderBy(asc(letterPapers.createdAt));
}

/** Query for what the office asked about a letter, the latest first. */
export function selectQuestions(db: VillageDb, letterId: string) {
  return db
    .select()
    .from(letterQuestions)
    .where(eq(letterQuestions.letterId, letterId))
    .orderBy(desc(letterQuestions.askedAt), sql`rowid DESC`);
}
