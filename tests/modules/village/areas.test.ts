import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { addAreas } from "#app/modules/village/add-areas.server.ts";
import { areaLabel, areaTree } from "#app/modules/village/area-rules.ts";
import { selectAreas } from "#app/modules/village/areas.server.ts";
import { renameArea } from "#app/modules/village/rename-area.server.ts";
import { retireArea } from "#app/modules/village/retire-area.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { auditLog, positionTerms } from "#db/village/schema/accounts.ts";
import { areas } from "#db/village/schema/village.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage, withKey } from "./support.ts";

describe("areas", () => {
  let village: TestVillage;
  let kasi: OfficeCtx;

  beforeEach(async () => {
    village = await createVillage();
    kasi = await village.ctxAs("kasi-pemerintahan");
  });

  const labels = async () => (await selectAreas(village.db)).map((area) => areaLabel(area)).sort();
  const find = async (name: string) => {
    const [row] = await village.db.select().from(areas).where(eq(areas.name, name));
    if (!row) throw new Error(`no area ${name}`);
    return row;
  };

  describe("addAreas", () => {
    it("adds what is missing with what lies above it, and skips the rest", async () => {
      expect(await addAreas(kasi, { baris: "Dusun Montong: RT 01, RT 02" })).toEqual({ count: 3 });
      expect(await addAreas(kasi, { baris: "montong: RT 2, RT 3\nKebon / RW 01" })).toEqual({ count: 3 });
      const tree = areaTree(await selectAreas(village.db));
      expect(tree.map(({ name, children }) => [name, children.map((child) => child.name)])).toEqual([
        ["Kebon", ["01"]],
        ["Montong", ["01", "02", "03"]],
      ]);
    });

    it("asks for the RW where the dusun has that RT within one", async () => {
      await addAreas(kasi, { baris: "Mangsit / RW 01: RT 01-04" });
      const second = addAreas(kasi, { baris: "Mangsit: RT 1" });
      await expect(second).rejects.toMatchObject({ field: "baris" });
      await expect(second).rejects.toThrow("RT 01 sudah ada di Mangsit, di dalam RW 01");
      expect(await addAreas(kasi, { baris: "Mangsit / RW 02: RT 01\nMangsit: RT 05" })).toEqual({ count: 3 });
    });

    it("reads the village's own word for dusun", async () => {
      village = await createVillage({ hamletTerm: "Jorong" });
      await addAreas(await village.ctxAs("operator"), { baris: "Jorong Balai" });
      expect((await find("Balai")).kind).toBe("dusun");
    });

    it("brings back what was retired rather than making it twice", async () => {
      await addAreas(kasi, { baris: "Dusun Montong: RT 01" });
      const before = await find("01");
      await retireArea(kasi, { id: before.id });
      expect(await addAreas(kasi, { baris: "Dusun Montong: RT 1" })).toEqual({ count: 1 });
      expect(await find("01")).toEqual(before);
    });

    it("adds nothing where one line can't be read, and names the line", async () => {
      const attempt = addAreas(kasi, { baris: "Dusun Montong\nKebon: RT: 1" });
      await expect(attempt).rejects.toMatchObject({
        field: "baris",
        message: expect.stringContaining("Baris 2"),
      });
      expect(await labels()).toEqual([]);
    });

    it("says so where all of it is there already", async () => {
      await addAreas(kasi, { baris: "Dusun Montong" });
      await expect(addAreas(kasi, { baris: "DUSUN  MONTONG" })).rejects.toThrow("sudah ada");
    });

    it("does one thing for a double tap", async () => {
      const tap = () => addAreas(withKey(kasi, "kunci-wilayah"), { baris: "Dusun Montong: RT 01-12" });
      expect(await Promise.all([tap(), tap()])).toEqual([{ count: 13 }, { count: 13 }]);
      expect(await labels()).toHaveLength(13);
    });

    it("takes a script for what it is: a strange name, no more", async () => {
      await addAreas(kasi, { baris: "<script>alert(1)<" });
      expect(await labels()).toEqual(["Dusun <script>alert(1)<"]);
    });

    it("refuses positions without settings, and cannot see another village", async () => {
      for (const position of ["kasi-pelayanan", "ketua-rt", "anggota-bpd"]) {
        const attempt = addAreas(await village.ctxAs(position), { baris: "Dusun Montong" });
        await expect(attempt).rejects.toThrow(ForbiddenError);
      }
      const neighbour = await createVillage();
      await addAreas(kasi, { baris: "Dusun Montong" });
      expect(await selectAreas(neighbour.db)).toEqual([]);
      const theirs = await neighbour.ctxAs("kepala-desa");
      const { id } = await find("Montong");
      await expect(retireArea(theirs, { id })).rejects.toThrow(NotFoundError);
      await expect(renameArea(theirs, { id, nama: "X", nama_lama: "Montong" })).rejects.toThrow(
        NotFoundError,
      );
    });
  });

  describe("renameArea", () => {
    it("gives another name and tells the log both", async () => {
      await addAreas(kasi, { baris: "Dusun Montong: RT 01" });
      const rt = await find("01");
      expect(await renameArea(kasi, { id: rt.id, nama_lama: "01", nama: "7" })).toEqual({
        kind: "rt",
        name: "07",
      });
      const [entry] = await village.db.select().from(auditLog).where(eq(auditLog.entityId, rt.id));
      expect(entry).toMatchObject({ action: "area.rename", details: { from: "01", to: "07" } });
    });

    it("refuses a name that is taken beside it, unreadable, or of another kind", async () => {
      await addAreas(kasi, { baris: "Dusun Montong: RT 01, RT 02\nDusun Kebon: RT 07" });
      const rename = async (from: string, nama: string) =>
        renameArea(kasi, { id: (await find(from)).id, nama_lama: from, nama });
      await expect(rename("01", "002")).rejects.toMatchObject({ field: "nama" });
      await expect(rename("Montong", "kebon")).rejects.toThrow("sudah ada");
      await expect(rename("01", "Montong")).rejects.toThrow(FieldError);
      await expect(rename("Montong", "RT 01")).rejects.toThrow(FieldError);
      await expect(rename("Montong", "A: RT 01")).rejects.toThrow(FieldError);
      expect(await rename("01", "07")).toEqual({ kind: "rt", name: "07" });
    });

    it("refuses a stale form, a retired area and other positions", async () => {
      await addAreas(kasi, { baris: "Dusun Montong" });
      const { id } = await find("Montong");
      await renameArea(kasi, { id, nama_lama: "Montong", nama: "Montong Daye" });
      const stale = { id, nama_lama: "Montong", nama: "Montong Lauk" };
      await expect(renameArea(kasi, stale)).rejects.toThrow(ConflictError);
      const rt = await village.ctxAs("ketua-rt");
      await expect(renameArea(rt, { ...stale, nama_lama: "Montong Daye" })).rejects.toThrow(ForbiddenError);
      await retireArea(kasi, { id });
      await expect(renameArea(kasi, { ...stale, nama_lama: "Montong Daye" })).rejects.toThrow(ConflictError);
    });
  });

  describe("retireArea", () => {
    it("takes an area out of the list and keeps its row", async () => {
      await addAreas(kasi, { baris: "Dusun Montong" });
      const { id } = await find("Montong");
      await retireArea(kasi, { id });
      expect(await labels()).toEqual([]);
      expect((await find("Montong")).retiredAt).toBe(village.now().toISOString());
      await expect(retireArea(kasi, { id })).rejects.toThrow(ConflictError);
    });

    it("refuses while areas lie within or somebody looks after it", async () => {
      await addAreas(kasi, { baris: "Dusun Montong: RT 01" });
      await expect(retireArea(kasi, { id: (await find("Montong")).id })).rejects.toThrow("di dalamnya");
      const { id } = await find("01");
      const head = await village.ctxAs("ketua-rt", { name: "Amaq Rahmat" });
      const held = eq(positionTerms.accountId, head.actor.accountId);
      await village.db.update(positionTerms).set({ areaId: id }).where(held);
      await expect(retireArea(kasi, { id })).rejects.toThrow("Amaq Rahmat");
      await village.db.update(positionTerms).set({ endsOn: "2026-11-24" }).where(held);
      await retireArea(kasi, { id });
    });
  });
});
