import { beforeAll, describe, expect, it } from "vitest";
import { getList } from "#app/modules/lists/get-list.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { exportList } from "#app/platform/export/export-list.server.ts";
import { exportedList, listPage } from "#app/platform/export/exported-list.ts";
import { readSheet } from "#app/platform/sheet/read-sheet.ts";
import { exportedLists } from "#app/registry.server.ts";
import { seedHousehold, seedResident } from "#app/seed/seed-resident.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { complaints } from "#db/village/schema/residents.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { createPopulationVillage } from "#tests/modules/population/population-village.ts";
import type { TestVillage } from "#tests/support/test-village.ts";

const NIK = "5201091206850001";
const CHILD_NIK = "5201090905150003";

let village: TestVillage;
beforeAll(async () => {
  const made = await createPopulationVillage();
  village = made.village;
  const builder = village.anonymous();
  await seedHousehold(builder, {
    number: "5201091206150001",
    areaId: made.places.rt,
    members: [
      { name: "Djoko Soekarno", nik: NIK, disability: 1, ethnicity: "Sasak", phone: "081270001234" },
      { name: "Ahmad Anak", familyRole: 4, birthDate: "2015-05-09", nik: CHILD_NIK },
    ],
  });
  await seedResident(builder, { name: "Siti Tamu", kind: "temporary" });
  const at = "2026-11-24T02:00:00.000Z";
  await village.db.insert(complaints).values({
    ...{ id: "c1", year: 2026, number: 1, category: "jalan", subject: "=1+1", text: "Jalan, berlubang" },
    ...{ state: "new", senderSealed: "tersegel", createdAt: at, updatedAt: at },
  });
});

const listOf = (key: string) => getList(`${key}.csv`, new Map()).list;

async function csvOf(position: string, key: string, query = ""): Promise<string> {
  const ctx = await village.ctxAs(position);
  return (await exportList(ctx, listOf(key), new URLSearchParams(query), "csv")).text();
}

describe("every list as a file", () => {
  it("opens in both formats for who may see it, and is refused to who may not or was just let in again", async () => {
    const head = await village.ctxAs("kepala-desa");
    const nobody = { ...head, actor: { ...head.actor, permissions: new Set<string>() } };
    const blocked = { ...head, actor: { ...head.actor, signingBlockedUntil: "2026-11-25T00:00:00.000Z" } };
    for (const list of exportedLists) {
      const query = new URLSearchParams(list.key === "anggaran-poster" ? "tahun=2026" : "");
      for (const ctx of [nobody, blocked])
        await expect(exportList(ctx, list, query, "csv")).rejects.toBeInstanceOf(ForbiddenError);
      // A year without a programme has no activities, and no page either.
      if (list.key === "kegiatan") continue;
      const csv = await (await exportList(head, list, query, "csv")).text();
      const answer = await exportList(head, list, query, "xlsx");
      const { rows } = await readSheet(new Uint8Array(await answer.arrayBuffer()));
      expect([list.key, rows[0]]).toEqual([list.key, list.columns.map(({ header }) => header)]);
      expect([list.key, csv.split("\r\n")[0]]).toEqual([
        list.key,
        `${list.columns.map(({ header }) => header).join(",")}`,
      ]);
    }
  });

  it("is written to the audit log, and to the access log where it tells of residents", async () => {
    await csvOf("kepala-desa", "penduduk");
    await csvOf("kepala-desa", "wilayah");
    const audited = (await village.db.select().from(auditLog)).filter(
      ({ action }) => action === "list.export",
    );
    expect(audited.slice(-2).map(({ details }) => details)).toMatchObject([
      { daftar: "Penduduk", format: "CSV", baris: 3 },
      { daftar: "Wilayah", format: "CSV" },
    ]);
    const logged = (await village.db.select().from(accessLog)).filter(({ kind }) => kind === "export");
    expect(logged.at(-1)).toMatchObject({ what: "residents.list", subject: "list", rowCount: 3 });
  });

  it("is there under no other name, and not where its module is switched off", () => {
    for (const name of ["penduduk", "penduduk.pdf", "rahasia.csv", "../penduduk.csv"])
      expect(() => getList(name, new Map())).toThrow(NotFoundError);
    expect(() => getList("penduduk.csv", new Map([["population", false]]))).toThrow(NotFoundError);
  });
});

describe("residents as a file", () => {
  it("hold identifiers for who may see them, a child's for fewer, and no protected group", async () => {
    const all = await csvOf("kepala-desa", "penduduk");
    expect([all.includes(NIK), all.includes(CHILD_NIK)]).toEqual([true, true]);
    expect(all).not.toMatch(/Sasak|081270001234|[Dd]isabilitas/);
    const counter = await csvOf("kasi-pelayanan", "penduduk");
    expect([counter.includes(NIK), counter.includes(CHILD_NIK)]).toEqual([true, false]);
    const money = await csvOf("kaur-keuangan", "penduduk");
    expect(money).toContain("Djoko Soekarno");
    expect(money).not.toContain(NIK);
    expect(await csvOf("kaur-keuangan", "keluarga")).not.toContain("5201091206150001");
    expect(await csvOf("kepala-desa", "keluarga")).toContain("5201091206150001");
  });

  it("are those whom the page shows, whatever page of them is open", async () => {
    const guests = await csvOf("kepala-desa", "penduduk", "jenis=sementara&setelah=00000000");
    expect(guests.trim().split("\r\n")).toHaveLength(2);
    expect(guests).toContain("Siti Tamu");
  });
});

describe("a list", () => {
  const numbers = exportedList<number>({
    ...{ key: "angka", title: "Angka", page: "/kantor/angka/:tahun", module: null },
    ...{ permission: "office.enter", access: null },
    columns: [{ header: "Angka", cell: (row) => row }],
    read: async (_ctx, query, after) => {
      const from = Number(after ?? query.get("dari") ?? 0);
      return { rows: [from, from + 1], next: from < 4 ? String(from + 2) : null };
    },
  });
  const send = async (most?: number) =>
    exportList(await village.ctxAs("kepala-dusun"), numbers, new URLSearchParams("sebelum=4"), "xlsx", most);

  it("is read part by part to its end", async () => {
    const { rows } = await readSheet(new Uint8Array(await (await send()).arrayBuffer()));
    expect(rows.flat()).toEqual(["Angka", "0", "1", "2", "3", "4", "5"]);
  });

  it("that is too long goes out in no part, with the mend", async () => {
    const logged = async () => (await village.db.select().from(auditLog)).length;
    const before = await logged();
    await expect(send(5)).rejects.toThrow("lebih dari 5 baris, terlalu banyak untuk sekali unduh. Persempit");
    expect(await logged()).toBe(before);
    expect(listPage(numbers, new URLSearchParams("tahun=2026&jenis=x"))).toBe(
      "/kantor/angka/2026?tahun=2026&jenis=x",
    );
  });

  it("holds no formula and nothing of who sent a complaint", async () => {
    const text = await csvOf("kepala-desa", "pengaduan");
    expect(text).toContain(`'=1+1,"Jalan, berlubang"`);
    expect(text).not.toContain("tersegel");
  });
});
