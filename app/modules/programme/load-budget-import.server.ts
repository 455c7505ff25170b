import { and, desc, eq, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { budgetImports, programmes } from "#db/village/schema/programme.ts";
import { readMapping } from "./import-mapping-rules.ts";
import type { ImportRow } from "./import-queries.server.ts";
import { assembleTargets, importTargetStatements } from "./import-targets.server.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import type { ProgrammeRow } from "./queries.server.ts";

const LISTED = 10;

/** The programme and its latest imports, without their rows, in one round trip. */
export async function loadImports(ctx: VillageCtx, year: number) {
  const programmeId = sql`(SELECT id FROM programmes WHERE year = ${year})`;
  const [found, imports] = await ctx.db.batch([
    ctx.db.select().from(programmes).where(eq(programmes.year, year)),
    ctx.db
      .select({
        id: budgetImports.id,
        fileName: budgetImports.fileName,
        state: budgetImports.state,
        createdAt: budgetImports.createdAt,
        appliedAt: budgetImports.appliedAt,
      })
      .from(budgetImports)
      .where(sql`${budgetImports.programmeId} = ${programmeId}`)
      .orderBy(desc(budgetImports.id))
      .limit(LISTED),
  ]);
  return { programme: requireProgramme(found[0]), imports };
}

/** One import with the activities as they stand on `day`, in one round trip. @throws NotFoundError of another year, too */
export async function loadBudgetImport(ctx: VillageCtx, year: number, id: string, day: string) {
  const { db } = ctx;
  const programmeId = sql<string>`(SELECT id FROM programmes WHERE year = ${year})`;
  const [found, imports, ...targetRows] = await db.batch([
    db.select().from(programmes).where(eq(programmes.year, year)),
    db
      .select()
      .from(budgetImports)
      .where(and(eq(budgetImports.id, id), sql`${budgetImports.programmeId} = ${programmeId}`)),
    ...importTargetStatements(db, programmeId, day),
  ]);
  const row: ImportRow | undefined = imports[0];
  if (!row) throw new NotFoundError(IMPORT_WORDS.gone);
  return {
    programme: requireProgramme(found[0]),
    found: row,
    mapping: readMapping(row.mapping),
    targets: assembleTargets(targetRows, day),
  };
}

function requireProgramme(programme: ProgrammeRow | undefined): ProgrammeRow {
  if (!programme) throw new NotFoundError("Program kerja tahun ini belum disusun.");
  return programme;
}
