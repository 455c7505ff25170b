import { count, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { startApplying } from "#app/modules/resident-import/start-applying.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { families, residentEvents, residents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import { openSidPeople, openSidWorkbook } from "#tests/support/opensid-workbook.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createImportVillage, importOf, runImport, sendFile } from "./import-stage.ts";

let village: TestVillage;
let ctx: OfficeCtx;
beforeAll(async () => {
  village = await createImportVillage();
  ctx = await village.ctxAs("operator");
});

const countOf = async (table: typeof residents | typeof families | typeof areas | typeof residentEvents) =>
  (await village.db.select({ count: count() }).from(table))[0]?.count;

describe("an import of OpenSID's workbook", () => {
  const people = openSidPeople(1100);
  let first: string;

  it("is read, checked and brought in, chunk by chunk", async () => {
    first = await sendFile(village, ctx, openSidWorkbook(people));
    expect(await importOf(village, first)).toMatchObject({
      state: "checked",
      rowCount: 1100,
      counts: { new: 1100, secondHeads: 0 },
    });
    expect(await countOf(residents)).toBe(0);
    await startApplying(ctx, first, {});
    await runImport(village);
    expect(await importOf(village, first)).toMatchObject({ state: "applied", counts: { new: 1100 } });
    expect(await countOf(residents)).toBe(1100);
    expect(await countOf(families)).toBe(275);
    expect(await countOf(residentEvents)).toBe(1100);
    const hamlets = await village.db.select().from(areas).where(eq(areas.kind, "dusun"));
    expect(hamlets.map(({ name }) => name).sort()).toEqual(["Gegutu", "Kebon Indah", "Montong", "Perigi"]);
  });

  it("sent again changes nothing", async () => {
    const again = await sendFile(village, ctx, openSidWorkbook(people));
    expect((await importOf(village, again)).counts).toMatchObject({ unchanged: 1100 });
    await expect(startApplying(ctx, again, {})).rejects.toThrow(ConflictError);
  });
});
