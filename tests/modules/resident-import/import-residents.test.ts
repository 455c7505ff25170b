import { count, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { appendEvents } from "#app/modules/population/append-events.server.ts";
import { makeFamily } from "#app/modules/population/make-family.server.ts";
import { dropImport } from "#app/modules/resident-import/drop-import.server.ts";
import { keepColumn, keepFields } from "#app/modules/resident-import/keep-fields.server.ts";
import { listChanges } from "#app/modules/resident-import/list-changes.server.ts";
import { makeErrorSheet } from "#app/modules/resident-import/make-error-sheet.server.ts";
import { mapColumns } from "#app/modules/resident-import/map-columns.server.ts";
import { openTable } from "#app/modules/resident-import/read-table.ts";
import { startApplying } from "#app/modules/resident-import/start-applying.server.ts";
import { startImport } from "#app/modules/resident-import/start-import.server.ts";
import { startUndoing } from "#app/modules/resident-import/start-undoing.server.ts";
import { listUndoBars } from "#app/modules/resident-import/undo-bars.server.ts";
import { ConflictError, FieldError, ForbiddenError } from "#app/platform/errors.ts";
import { families, residentEvents, residents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import { type OpenSidPerson, openSidPeople, openSidWorkbook } from "#tests/support/opensid-workbook.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { createImportVillage, fileOf, importOf, rowsOf, runImport, sendFile } from "./import-stage.ts";

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
    await dropImport(ctx, again);
  });
});

describe("an import that changes who is known", () => {
  const [head = {}, wife = {}] = openSidPeople(2);
  const changed: OpenSidPerson[] = [
    { ...head, pekerjaan_id: "WIRASWASTA", tempatlahir: "MATARAM", status_dasar: "MATI" },
    { ...wife, dusun: "GERUNG", rw: "9", rt: "9" },
  ];
  const stored = async (person: OpenSidPerson) =>
    (
      await village.db
        .select()
        .from(residents)
        .where(eq(residents.name, person.nama ?? ""))
    )[0];
  let id: string;

  it("shows old and new field by field, and never touches the status", async () => {
    id = await sendFile(village, ctx, openSidWorkbook(changed));
    const { people } = await listChanges(await village.ctxAs("kasi-pemerintahan"), id, 0);
    expect(
      people.map(({ changes }) => changes.map(({ key, before, after }) => [key, before, after])),
    ).toEqual([
      [
        ["birthPlace", "SESELA", "MATARAM"],
        ["occupation", "Petani/pekebun", "Wiraswasta"],
      ],
      [
        ["hamlet", "Montong", "Gerung"],
        ["rw", "01", "09"],
        ["rt", "(kosong)", "09"],
      ],
    ]);
    const [row] = await rowsOf(village, id);
    expect(row?.reasons?.map(({ field }) => field)).toEqual(["status"]);
  });

  it("takes over what was chosen, and only that", async () => {
    await keepFields(ctx, id, { baris: [2, 3], ambil: ["3:hamlet"], biarkan: [2] });
    const asked = await listChanges(ctx, id, 0);
    expect(asked.people.map(({ isLeftAlone }) => isLeftAlone)).toEqual([true, false]);
    expect((await rowsOf(village, id)).map(({ keptFields }) => keptFields)).toEqual([
      ["birthPlace", "occupation"],
      ["rw", "rt"],
    ]);
    const ambil = ["2:occupation", "2:birthPlace", "3:hamlet", "3:rw", "3:rt"];
    await keepFields(ctx, id, { baris: [2, 3], ambil, biarkan: [] });
    await keepColumn(ctx, id, { kolom: "birthPlace", semua: "jangan" });
    await startApplying(ctx, id, {});
    await runImport(village);
    expect(await stored(head)).toMatchObject({ birthPlace: "SESELA", occupation: 88, status: 1 });
    const place = (await stored(wife))?.areaId ?? "";
    expect((await village.db.select().from(areas).where(eq(areas.id, place)))[0]).toMatchObject({
      kind: "rt",
      name: "09",
    });
  });

  it("is taken back as a whole, as long as nothing later touched it", async () => {
    const [before] = await rowsOf(village, id);
    expect(before?.appliedVersion).toBe(2);
    await startUndoing(ctx, id);
    await runImport(village);
    expect(await importOf(village, id)).toMatchObject({ state: "undone", error: null });
    expect(await stored(head)).toMatchObject({ occupation: 9 });
    const left = await village.db.select().from(areas).where(eq(areas.name, "Gerung"));
    expect(left).toEqual([]);
    await expect(startUndoing(ctx, id)).rejects.toThrow(ConflictError);
  });

  it("corrects a day of birth instead of changing it from some day on", async () => {
    const right = openSidWorkbook([
      { nama: head.nama, nik: head.nik, sex: head.sex, tanggallahir: "03-04-1949" },
    ]);
    const later = await sendFile(village, ctx, right);
    await startApplying(ctx, later, {});
    await runImport(village);
    const person = await stored(head);
    expect(person?.birthDate).toBe("1949-04-03");
    const [event] = await village.db.select().from(residentEvents).where(eq(residentEvents.importId, later));
    expect(event).toMatchObject({ kind: "correction", changes: { birthDate: "1949-04-03" } });
    await startUndoing(ctx, later);
    await runImport(village);
    expect((await stored(head))?.birthDate).not.toBe("1949-04-03");
  });
});

describe("a newcomer's import", () => {
  const person = (nama: string, more: OpenSidPerson = {}): OpenSidPerson => ({
    nama,
    sex: "L",
    no_kk: "5201091206159001",
    kk_level: "1",
    ...more,
  });

  it("takes its areas and cards away with it, but those that somebody uses by then", async () => {
    const before = [await countOf(areas), await countOf(families), await countOf(residents)];
    const at = (dusun: string, rt: string, no_kk: string) => ({ dusun, rw: "1", rt, no_kk });
    const id = await sendFile(
      village,
      ctx,
      openSidWorkbook([
        person("Pindah Satu", at("Baru Sekali", "1", "5201091206158001")),
        person("Pindah Dua", at("Baru Juga", "2", "5201091206158002")),
      ]),
    );
    await startApplying(ctx, id, {});
    await runImport(village);
    expect([await countOf(areas), await countOf(families)]).toEqual([
      Number(before[0]) + 6,
      Number(before[1]) + 2,
    ]);
    const [used] = await village.db.select().from(areas).where(eq(areas.name, "Baru Juga"));
    await village.db.transaction((tx) =>
      makeFamily(ctx, tx, { areaId: used?.id ?? null, address: null, number: null }),
    );
    await startUndoing(ctx, id);
    await runImport(village);
    expect([await countOf(areas), await countOf(families), await countOf(residents)]).toEqual([
      Number(before[0]) + 1,
      Number(before[1]) + 1,
      before[2],
    ]);
  });

  it("asks what a second head becomes, and never decides by itself", async () => {
    const id = await sendFile(village, ctx, openSidWorkbook([person("Kepala Satu"), person("Kepala Dua")]));
    expect((await importOf(village, id)).counts).toMatchObject({ new: 2, secondHeads: 1 });
    await expect(startApplying(ctx, id, {})).rejects.toThrow(FieldError);
    await startApplying(ctx, id, { kepala_kedua: "9" });
    await runImport(village);
    const roles = await village.db.select().from(residents).where(eq(residents.importId, id));
    expect(roles.map(({ familyRole }) => familyRole).sort()).toEqual([1, 9]);
    // Who is touched later stands against taking it back, by name and reason.
    const [first] = roles;
    await village.db.transaction((tx) =>
      appendEvents(ctx, tx, [
        { residentId: first?.id ?? "", kind: "change", happenedOn: "2026-11-24", changes: { religion: 1 } },
      ]),
    );
    expect(await listUndoBars(village.db, id)).toMatchObject([{ residentId: first?.id }]);
    await expect(startUndoing(ctx, id)).rejects.toThrow("berubah sesudahnya");
  });

  it("refuses rows with reasons, whose sheet can be mended and sent again", async () => {
    const wrong = [
      person("=HYPERLINK(1)", { sex: "?" }),
      person("Benar", { nik: "5201091206859999", no_kk: "0" }),
    ];
    const id = await sendFile(village, ctx, openSidWorkbook(wrong));
    expect((await importOf(village, id)).counts).toMatchObject({ new: 1, refused: 1 });
    const table = openTable(await makeErrorSheet(ctx, id));
    const [row] = [...table.rows];
    expect(table.format).toBe("opensid-sheet");
    expect(row?.cells[4]).toBe("=HYPERLINK(1)");
    expect(row?.cells.at(-2)).toContain(
      "Jenis kelamin tidak dikenal. Tulis salah satu: Laki-laki; Perempuan.",
    );
    await dropImport(ctx, id);
    expect(await rowsOf(village, id)).toEqual([]);
  });

  it("waits for the columns of any other sheet", async () => {
    const bytes = new TextEncoder().encode("Nama Warga;Kelamin\nInaq Sahir;P");
    const id = await sendFile(village, ctx, bytes);
    expect((await importOf(village, id)).state).toBe("mapping");
    await expect(mapColumns(ctx, id, { kolom: { name: "0" } })).rejects.toThrow(FieldError);
    await mapColumns(ctx, id, { kolom: { name: "0", sex: "1" } });
    await runImport(village);
    expect(await importOf(village, id)).toMatchObject({ state: "checked", counts: { new: 1 } });
    await dropImport(ctx, id);
  });

  it("is refused to who may not, without rows, and beside another one", async () => {
    const berkas = fileOf(openSidWorkbook(openSidPeople(1)));
    const day = "2026-11-24";
    await expect(startImport(await village.ctxAs("kaur-keuangan"), { tanggal: day, berkas })).rejects.toThrow(
      ForbiddenError,
    );
    await expect(startImport(ctx, { tanggal: "2026-11-25", berkas })).rejects.toThrow(FieldError);
    await expect(startImport(ctx, { tanggal: day, berkas: fileOf(openSidWorkbook([])) })).rejects.toThrow(
      FieldError,
    );
    const { id } = await startImport(ctx, { tanggal: day, berkas });
    await expect(startImport(ctx, { tanggal: day, berkas })).rejects.toThrow(ConflictError);
    await dropImport(ctx, id);
  });

  it("says at the form where the terms are accepted, as long as they are not", async () => {
    const bare = await (await createTestVillage()).ctxAs("kasi-pemerintahan");
    const berkas = fileOf(openSidWorkbook(openSidPeople(1)));
    const sent = startImport(bare, { tanggal: "2026-11-24", berkas });
    await expect(sent).rejects.toThrow(FieldError);
    await expect(sent).rejects.toThrow("bagian Perjanjian");
  });

  it("is taken as a workbook with macros too", async () => {
    const berkas = fileOf(openSidWorkbook(openSidPeople(1)), "penduduk.xlsm");
    const { id } = await startImport(ctx, { tanggal: "2026-11-24", berkas });
    await runImport(village);
    expect(await importOf(village, id)).toMatchObject({ fileName: "penduduk.xlsm", state: "checked" });
    await dropImport(ctx, id);
  });
});
