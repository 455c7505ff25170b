import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { importRetention } from "#app/modules/resident-import/retention.ts";
import { startApplying } from "#app/modules/resident-import/start-applying.server.ts";
import { startUndoing } from "#app/modules/resident-import/start-undoing.server.ts";
import { runRetention } from "#app/platform/privacy/run-retention.ts";
import { residentImportRows, residentImports, residents } from "#db/village/schema/population.ts";
import { files } from "#db/village/schema/village.ts";
import { openSidWorkbook } from "#tests/support/opensid-workbook.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createImportVillage, runImport, sendFile } from "./import-stage.ts";

const MONTHS_4_AGO = "2026-07-20T00:00:00.000Z";

let village: TestVillage;
let ctx: OfficeCtx;
beforeAll(async () => {
  village = await createImportVillage();
  ctx = await village.ctxAs("operator");
});

async function importOf(nama: string): Promise<string> {
  const id = await sendFile(village, ctx, openSidWorkbook([{ nama, sex: "L" }]));
  await startApplying(ctx, id, {});
  await runImport(village);
  return id;
}
const rewrite = (id: string, set: Partial<typeof residentImports.$inferInsert>) =>
  village.db.update(residentImports).set(set).where(eq(residentImports.id, id));

describe("files of residents", () => {
  it("are gone once they are read; their rows go when an import is settled, or left lying, for long enough", async () => {
    const old = await importOf("Amaq Lama");
    expect(await village.db.select().from(files)).toEqual([]);
    await rewrite(old, { appliedAt: MONTHS_4_AGO });
    const recent = await importOf("Amaq Baru");
    const left = await sendFile(village, ctx, openSidWorkbook([{ nama: "Amaq Tinggal", sex: "L" }]));
    await rewrite(left, { updatedAt: MONTHS_4_AGO });
    await runRetention(village.anonymous(), importRetention);
    const kept = await village.db
      .selectDistinct({ id: residentImportRows.importId })
      .from(residentImportRows)
      .orderBy(asc(residentImportRows.importId));
    expect(kept).toEqual([{ id: recent }]);
    expect((await village.db.select().from(residentImports)).length).toBe(3);
    expect((await village.db.select().from(residents)).map(({ name }) => name)).toContain("Amaq Lama");
    await rewrite(left, { state: "dropped" });
    await expect(startUndoing(ctx, old)).rejects.toThrow("masa simpan");
  });
});
