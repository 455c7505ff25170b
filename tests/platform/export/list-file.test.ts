import { beforeAll, describe, expect, it } from "vitest";
import { exportComplaints } from "#app/modules/complaints/complaint-list.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { exportList } from "#app/platform/export/export-list.server.ts";
import { listCsv } from "#app/platform/export/list-csv.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { complaints } from "#db/village/schema/residents.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

let village: TestVillage;
beforeAll(async () => {
  village = await createTestVillage();
  const at = "2026-11-24T02:00:00.000Z";
  await village.db.insert(complaints).values({
    ...{ id: "c1", year: 2026, number: 1, category: "jalan", subject: "=1+1", text: "Jalan, berlubang" },
    ...{ state: "new", senderSealed: "tersegel", createdAt: at, updatedAt: at },
  });
});

describe("a list as a file", () => {
  it("holds no formula and no sender, and is written to both logs before it goes out", async () => {
    const head = await village.ctxAs("kepala-desa");
    const answer = await exportComplaints(head, "csv");
    const text = await answer.text();
    expect(text).toContain(`'=1+1,"Jalan, berlubang"`);
    expect(text).not.toContain("tersegel");
    expect(answer.headers.get("content-disposition")).toContain(".csv");
    expect((await exportComplaints(head, "xlsx")).headers.get("content-type")).toContain("spreadsheetml");
    const audited = (await village.db.select().from(auditLog)).filter(
      ({ action }) => action === "list.export",
    );
    expect(audited.map(({ details }) => details)).toMatchObject([
      { format: "CSV", baris: 1 },
      { format: "XLSX", baris: 1 },
    ]);
    expect(await village.db.select().from(accessLog)).toMatchObject([
      { kind: "export", what: "complaints.list", rowCount: 1 },
      { kind: "export", what: "complaints.list", rowCount: 1 },
    ]);
  });

  it("is refused to who may not see the list, or was just let in again", async () => {
    const kadus = await village.ctxAs("kepala-dusun");
    await expect(exportComplaints(kadus, "xlsx")).rejects.toBeInstanceOf(ForbiddenError);
    const head = await village.ctxAs("kepala-desa");
    const blocked = { ...head, actor: { ...head.actor, signingBlockedUntil: "2026-11-25T00:00:00.000Z" } };
    const list = { key: "x", title: "X", permission: "complaints.read", access: null, columns: [], rows: [] };
    await expect(exportList(blocked, list, "csv")).rejects.toBeInstanceOf(ForbiddenError);
  });

  it("keeps text as it is but for what a spreadsheet would run, and marks a trial's", () => {
    const rows = [["@x", "-5", "a-b", "+62", 7, null, true, new Date("2026-11-24"), ' "x"']];
    const columns = rows[0]?.map((_, at) => ({ header: `K${at}` })) ?? [];
    const text = new TextDecoder().decode(listCsv(columns, rows, { isVerified: false }));
    expect(text).toMatch(/^UJI COBA/);
    expect(text).toContain(`\r\n'@x,'-5,a-b,'+62,7,,ya,2026-11-24," ""x"""\r\n`);
  });
});
