import { eq } from "drizzle-orm";
import { IMPORT_ROW } from "#app/modules/resident-import/sealed-fields.ts";
import { newId } from "#app/platform/ids.ts";
import { residentImportRows, residentImports, residents } from "#db/village/schema/population.ts";
import type { AppVillage } from "./app.ts";

/** Imports of residents on the stage. */
export interface ImportStage {
  /** Checked: somebody new, somebody changed, a second head, and a row that is refused. */
  checked: string;
  /** Applied, with a row that was refused. */
  applied: string;
}

const HEADINGS = ["nama", "nik", "sex", "no_kk", "kk_level", "tempatlahir"];
const COLUMNS = { name: 0, nik: 1, sex: 2, kkNumber: 3, familyRole: 4, birthPlace: 5 };

type Reasons = (typeof residentImportRows.$inferInsert)["reasons"];
interface StagedRow {
  cells: string[];
  outcome: "new" | "changed" | "refused";
  reasons?: Reasons;
  residentId?: string;
  changedFields?: string[];
}

/** @param residentId somebody of the register whom the sheet would change */
export async function setImportStage(village: AppVillage, residentId: string): Promise<ImportStage> {
  const [known] = await village.ctx.db.select().from(residents).where(eq(residents.id, residentId));
  const refused: StagedRow = {
    cells: ["INAQ TANPA KELAMIN", "", "", "", "", ""],
    outcome: "refused",
    reasons: [{ field: "sex", sentence: "Jenis kelamin kosong. Tulis L atau P.", isWarning: false }],
  };
  const second: StagedRow = {
    cells: ["LALU KEPALA KEDUA", "", "L", "5201091206150001", "KEPALA KELUARGA", ""],
    outcome: "new",
    reasons: [
      {
        field: "familyRole",
        sentence: "KK ini sudah punya kepala keluarga lain di register.",
        isWarning: true,
        code: "second-head",
      },
    ],
  };
  const changed: StagedRow = {
    cells: [known?.name ?? "", "5201091206850001", "L", "", "", "NARMADA"],
    outcome: "changed",
    residentId,
    changedFields: ["birthPlace"],
  };
  return {
    checked: await seedImport(village, "checked", [second, changed, refused]),
    applied: await seedImport(village, "applied", [refused]),
  };
}

async function seedImport(
  { ctx }: AppVillage,
  state: "checked" | "applied",
  rows: readonly StagedRow[],
): Promise<string> {
  const id = newId(ctx.now);
  const at = ctx.now.toISOString();
  const countOf = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  await ctx.db.insert(residentImports).values({
    id,
    fileName: "penduduk.xlsx",
    format: "sheet",
    state,
    asOf: at.slice(0, 10),
    headings: HEADINGS,
    mapping: { columns: COLUMNS },
    rowCount: rows.length,
    counts: {
      new: countOf("new"),
      changed: countOf("changed"),
      refused: countOf("refused"),
      secondHeads: countOf("new"),
    },
    createdBy: "uji",
    createdAt: at,
    updatedAt: at,
    appliedAt: state === "applied" ? at : null,
  });
  for (const [order, { cells, ...row }] of rows.entries())
    await ctx.db.insert(residentImportRows).values({
      id: newId(ctx.now),
      importId: id,
      line: order + 2,
      sealed: await ctx.keys.seal(IMPORT_ROW.field, JSON.stringify(cells)),
      ...row,
    });
  return id;
}
