import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { openResident } from "#app/modules/population/resident-values.server.ts";
import { dropImport } from "#app/modules/resident-import/drop-import.server.ts";
import { loadImport } from "#app/modules/resident-import/load-import.server.ts";
import { makeErrorSheet } from "#app/modules/resident-import/make-error-sheet.server.ts";
import { mapColumns } from "#app/modules/resident-import/map-columns.server.ts";
import { openTable } from "#app/modules/resident-import/read-table.ts";
import { startApplying } from "#app/modules/resident-import/start-applying.server.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { residents } from "#db/village/schema/population.ts";
import { type OpenSidPerson, openSidWorkbook } from "#tests/support/opensid-workbook.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createImportVillage, importOf, rowsOf, runImport, sendFile } from "./import-stage.ts";

const VICTIM: OpenSidPerson = {
  nama: "BAIQ RAHASIA",
  sex: "P",
  nik: "5201095202880001",
  tanggallahir: "12-02-1988",
  no_kk: "5201091206150007",
  kk_level: "1",
  suku: "Sasak",
  cacat_id: "1",
  id_asuransi: "2",
  ibu_nik: "5201094101600001",
};
const GUESSES: [string, OpenSidPerson][] = [
  ["right", { suku: "Sasak", cacat_id: "1", id_asuransi: "2", ibu_nik: "5201094101600001" }],
  ["wrong", { suku: "Bali", cacat_id: "2", id_asuransi: "3", ibu_nik: "5201094101600002" }],
  ["of an empty field", { cara_kb_id: "1", no_asuransi: "0001", dokumen_pasport: "A1" }],
];
const LABELS = ["NIK ibu", "Disabilitas", "Suku", "Asuransi kesehatan"];

let village: TestVillage;
let operator: OfficeCtx;
let sekdes: OfficeCtx;
beforeAll(async () => {
  village = await createImportVillage();
  operator = await village.ctxAs("operator");
  sekdes = await village.ctxAs("sekretaris-desa");
  await startApplying(operator, await sendFile(village, operator, openSidWorkbook([VICTIM])), {});
  await runImport(village);
});

const victim = async () => {
  const [row] = await village.db.select().from(residents).where(eq(residents.name, "BAIQ RAHASIA"));
  if (!row) throw new Error("the victim is gone");
  return { ...row, ...(await openResident(village.anonymous().keys, row)) };
};
const guess = (more: OpenSidPerson) => {
  const { nama, sex, nik } = VICTIM;
  return openSidWorkbook([{ nama, sex, nik, ...more }]);
};

describe("protected columns of somebody whom the register knows", () => {
  it("came in with him, whoever sent the file", async () => {
    const { ethnicity, disability, motherNik } = await victim();
    expect([ethnicity, disability, motherNik]).toEqual(["Sasak", 1, "5201094101600001"]);
  });

  it.each(GUESSES)(
    "tell an operator nothing of a guess that is %s, and stay as they are",
    async (_, said) => {
      const before = await victim();
      const id = await sendFile(village, operator, guess(said));
      expect(await importOf(village, id)).toMatchObject({ counts: { unchanged: 1, warned: 0 } });
      const [row] = await rowsOf(village, id);
      expect([row?.changedFields, row?.reasons]).toEqual([null, null]);
      await expect(startApplying(operator, id, {})).rejects.toThrow(ConflictError);
      expect((await loadImport(operator, id)).withheld).toEqual(expect.arrayContaining(LABELS));
      await dropImport(operator, id);
      expect(await victim()).toEqual(before);
    },
  );

  it("are left out where an operator names the columns of a file that others sent", async () => {
    const text = `Nama;NIK;L/P;Lama\n${VICTIM.nama};'${VICTIM.nik};P;Bali`;
    const id = await sendFile(village, sekdes, new TextEncoder().encode(text));
    await mapColumns(operator, id, { kolom: { name: "0", nik: "1", sex: "2", ethnicity: "3" } });
    await runImport(village);
    expect((await rowsOf(village, id))[0]?.outcome).toBe("unchanged");
    await dropImport(sekdes, id);
  });

  it("change by a file of who may see them, and nothing is withheld", async () => {
    const id = await sendFile(village, sekdes, guess({ suku: "Bali", cacat_id: "2" }));
    expect((await rowsOf(village, id))[0]?.changedFields?.sort()).toEqual(["disability", "ethnicity"]);
    expect((await loadImport(sekdes, id)).withheld).toEqual([]);
    await startApplying(sekdes, id, {});
    await runImport(village);
    expect(await victim()).toMatchObject({ ethnicity: "Bali", disability: 2 });
  });
});

describe("the sheet of refused rows", () => {
  const refused = openSidWorkbook([{ ...VICTIM, nama: "ORANG LAIN", nik: "5201095202880009", sex: "?" }]);
  const cells = async (ctx: OfficeCtx, id: string) =>
    [...openTable(await makeErrorSheet(ctx, id)).rows][0]?.cells;

  it("of another's file is for who sees identities, and shows him only what he may see", async () => {
    const id = await sendFile(village, sekdes, refused);
    await expect(makeErrorSheet(operator, id)).rejects.toThrow(ForbiddenError);
    expect((await loadImport(operator, id)).mayMend).toBe(false);
    const kasi = await cells(await village.ctxAs("kasi-pemerintahan"), id);
    expect(kasi).toEqual(expect.arrayContaining(["ORANG LAIN", "5201095202880009", "Sasak"]));
    expect([kasi?.[30], kasi?.[39]]).toEqual(["", ""]);
    expect((await cells(sekdes, id))?.[30]).toBe("1");
    await dropImport(sekdes, id);
  });

  it("of one's own file holds all that was sent", async () => {
    const id = await sendFile(village, operator, refused);
    expect((await cells(operator, id))?.[30]).toBe("1");
    await dropImport(operator, id);
  });
});
