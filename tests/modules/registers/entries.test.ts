import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { changeItem, selectChanges } from "#app/modules/registers/change-item.server.ts";
import { correctEntry } from "#app/modules/registers/correct-entry.server.ts";
import { enterEntry } from "#app/modules/registers/enter-entry.server.ts";
import { getEntry } from "#app/modules/registers/entries.server.ts";
import { newEntryValues } from "#app/modules/registers/entry-form.server.ts";
import {
  DecreeInput,
  GazetteInput,
  ItemChangeInput,
  ItemInput,
  RegulationInput,
} from "#app/modules/registers/input.ts";
import { readRegister } from "#app/modules/registers/read-register.server.ts";
import { findRegister, type Register } from "#app/modules/registers/register-rules.ts";
import { voidEntry } from "#app/modules/registers/void-entry.server.ts";
import { voidItemChange } from "#app/modules/registers/void-item-change.server.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { ConflictError, type FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { createPopulationVillage } from "../population/population-village.ts";

let village: TestVillage;
let clerk: OfficeCtx;
let profile: ProfileRow;

beforeAll(async () => {
  ({ village } = await createPopulationVillage());
  clerk = await village.ctxAs("kaur-umum");
  [profile] = (await village.db.select().from(villageProfile)) as [ProfileRow];
});

const rowsOn = async (key: string, to: string) => {
  const register = findRegister(key) as Register;
  const choice = { from: `${to.slice(0, 4)}-01-01`, to };
  return (await readRegister(clerk, profile, register, choice, { after: null, limit: 50 })).rows;
};

const rule = (fields: Record<string, string> = {}) =>
  RegulationInput.parse({
    jenis: "peraturan-desa",
    nomor: "3 Tahun 2026",
    ditetapkan: "2026-03-02",
    tentang: "Pungutan desa",
    disepakati: "2026-02-20",
    dilaporkan: "2026-03-09",
    nomor_laporan: "100/12",
    ...fields,
  });
const gazette = (fields: Record<string, string> = {}) =>
  GazetteInput.parse({
    buku: "lembaran-desa",
    jenis: "Peraturan Desa",
    nomor: "3 Tahun 2026",
    ditetapkan: "2026-03-02",
    tentang: "Pungutan desa",
    diundangkan: "2026-03-04",
    ...fields,
  });
/** Row of the regulation that was promulgated. */
const promulgatedId = async () =>
  (await rowsOn("peraturan", "2026-11-24")).find(({ cells }) => cells[2]?.startsWith("3 "))?.id ?? "";
const field = (error: unknown) => (error as FieldError).field;

describe("A.1 and A.9", () => {
  it("tell on each day what had happened by then", async () => {
    const { id } = await enterEntry(clerk, "peraturan", rule());
    const values = await newEntryValues(clerk, "lembaran", new URLSearchParams({ peraturan: id }));
    expect(values).toMatchObject({ buku: "lembaran-desa", nomor: "3 Tahun 2026" });
    await enterEntry(clerk, "lembaran", GazetteInput.parse({ ...values, diundangkan: "2026-03-04" }));

    expect(await rowsOn("peraturan", "2026-03-01")).toEqual([]);
    const [early] = await rowsOn("peraturan", "2026-03-02");
    expect(early?.cells.slice(5)).toEqual(["20 Feb 2026", "", "", "", ""]);
    const [late] = await rowsOn("peraturan", "2026-11-24");
    expect(late?.cells.slice(1)).toEqual([
      "Peraturan Desa",
      "3 Tahun 2026, 2 Mar 2026",
      "Pungutan desa",
      "",
      "20 Feb 2026",
      "100/12, 9 Mar 2026",
      "1/2026, 4 Mar 2026",
      "",
      "",
    ]);
    expect((await rowsOn("lembaran", "2026-11-24"))[0]?.cells).toContain("Lembaran Desa 1/2026");
  });

  it("refuse a number twice, days that can't be, and a second promulgation or the wrong book", async () => {
    expect(await enterEntry(clerk, "peraturan", rule()).catch(field)).toBe("nomor");
    expect(
      await enterEntry(clerk, "peraturan", rule({ ditetapkan: "2026-12-01", dilaporkan: "" })).catch(field),
    ).toBe("ditetapkan");
    expect(RegulationInput.safeParse({ ...rule(), disepakati: "2026-03-03" }).success).toBe(false);
    expect(GazetteInput.safeParse({ ...gazette(), diundangkan: "2026-03-01" }).success).toBe(false);
    const peraturan = await promulgatedId();
    await expect(enterEntry(clerk, "lembaran", gazette({ peraturan }))).rejects.toBeInstanceOf(ConflictError);
    const other = await enterEntry(clerk, "peraturan", rule({ nomor: "4 Tahun 2026" }));
    const wrong = gazette({ peraturan: other.id, buku: "berita-desa" });
    expect(await enterEntry(clerk, "lembaran", wrong).catch(field)).toBe("buku");
    expect(await enterEntry(clerk, "lembaran", gazette({ nomor_buku: "1" })).catch(field)).toBe("nomor_buku");
    const { id } = await enterEntry(clerk, "lembaran", gazette());
    expect(await getEntry(village.db, "lembaran", id)).toMatchObject({ number: 2, year: 2026 });
  });

  it("give each of many at once a number of its own, and the same submit one", async () => {
    const many = await Promise.all(
      Array.from({ length: 5 }, () => enterEntry(clerk, "lembaran", gazette({ buku: "berita-desa" }))),
    );
    const numbers = await Promise.all(
      many.map(async ({ id }) => (await getEntry(village.db, "lembaran", id)).number),
    );
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5]);
    const twice = { ...clerk, submitKey: "kunci-kirim-1" };
    const [first, second] = [
      await enterEntry(twice, "lembaran", gazette()),
      await enterEntry(twice, "lembaran", gazette()),
    ];
    expect(second).toEqual(first);
  });
});

describe("A.2 and all entries", () => {
  const decree = (fields: Record<string, string> = {}) =>
    DecreeInput.parse({ nomor: "7", ditetapkan: "2026-04-01", tentang: "Pengangkatan RT", ...fields });

  it("are corrected from the version that was seen, and say in the audit log which columns changed", async () => {
    const { id } = await enterEntry(clerk, "keputusan", decree());
    const fresh = { ...decree({ tentang: "Pengangkatan Ketua RT" }), versi: 1 };
    expect(await correctEntry(clerk, "keputusan", id, fresh)).toEqual({ isChanged: true });
    await expect(correctEntry(clerk, "keputusan", id, fresh)).rejects.toBeInstanceOf(ConflictError);
    expect(await correctEntry(clerk, "keputusan", id, { ...fresh, versi: 2 })).toEqual({ isChanged: false });
    const audits = (await village.db.select().from(auditLog)).filter(({ entityId }) => entityId === id);
    expect(audits.map(({ action, details }) => [action, details.berubah])).toEqual([
      ["register.enter", undefined],
      ["register.correct", ["about"]],
      ["register.correct", []],
    ]);
  });

  it("stay in their book when they are struck out, with the reason, and change no more", async () => {
    const { id } = await enterEntry(clerk, "keputusan", decree({ nomor: "8" }));
    await voidEntry(clerk, "keputusan", id, { versi: 1, alasan: "Salah catat" });
    const row = (await rowsOn("keputusan", "2026-11-24")).find((each) => each.id === id);
    expect(row).toMatchObject({ isVoid: true });
    expect(row?.cells.at(-1)).toBe("DICORET: Salah catat");
    await expect(voidEntry(clerk, "keputusan", id, { versi: 2, alasan: "Lagi" })).rejects.toBeInstanceOf(
      ConflictError,
    );
    await expect(correctEntry(clerk, "keputusan", id, { ...decree(), versi: 2 })).rejects.toBeInstanceOf(
      ConflictError,
    );
    // The number is free again.
    await enterEntry(clerk, "keputusan", decree({ nomor: "8" }));
    const promulgated = await promulgatedId();
    await expect(
      voidEntry(clerk, "peraturan", promulgated, { versi: 1, alasan: "Salah" }),
    ).rejects.toBeInstanceOf(ConflictError);
  });

  it("are written by who keeps registers, and seen by no other village", async () => {
    const council = await village.ctxAs("ketua-bpd");
    await expect(enterEntry(council, "keputusan", decree({ nomor: "9" }))).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    const id = (await rowsOn("keputusan", "2026-11-24"))[0]?.id ?? "";
    for (const refused of [
      correctEntry(council, "keputusan", id, { ...decree(), versi: 1 }),
      voidEntry(council, "keputusan", id, { versi: 1, alasan: "x" }),
    ])
      await expect(refused).rejects.toBeInstanceOf(ForbiddenError);
    const elsewhere = await (await createTestVillage()).ctxAs("kaur-umum");
    await expect(getEntry(elsewhere.db, "keputusan", id)).rejects.toBeInstanceOf(NotFoundError);
    await expect(voidEntry(elsewhere, "keputusan", id, { versi: 1, alasan: "x" })).rejects.toBeInstanceOf(
      NotFoundError,
    );
  });
});

describe("A.3", () => {
  it("follows each piece from the year's beginning to the day", async () => {
    const item = { nama: "Kursi lipat", jumlah: "10", satuan: "buah", asal: "dibeli", nilai: "2.500.000" };
    const { id } = await enterEntry(
      clerk,
      "inventaris",
      ItemInput.parse({ ...item, diperoleh: "2025-05-02" }),
    );
    const change = (keadaan: string, jumlah: string, tanggal: string) =>
      changeItem(clerk, id, ItemChangeInput.parse({ keadaan, jumlah, tanggal }));
    await change("rusak", "3", "2025-11-01");
    await change("dihapus-rusak", "2", "2026-06-10");
    const figures = async (to: string) => (await rowsOn("inventaris", to))[0]?.cells.slice(7, 15);
    expect(await figures("2025-06-01")).toEqual(["", "", "", "", "", "", "10", ""]);
    expect(await figures("2026-05-01")).toEqual(["7", "3", "", "", "", "", "7", "3"]);
    expect(await figures("2026-11-24")).toEqual(["7", "3", "2", "", "", "10 Jun 2026", "7", "1"]);
    expect((await rowsOn("inventaris", "2026-11-24"))[0]?.cells).toContain("Rp2.500.000; sejak 2 Mei 2025");

    expect(await change("rusak", "8", "2026-07-01").catch(field)).toBe("jumlah");
    expect(await change("rusak", "1", "2025-05-01").catch(field)).toBe("tanggal");
    expect(await change("rusak", "1", "2026-11-25").catch(field)).toBe("tanggal");
    const [broken, gone] = await selectChanges(village.db, id);
    const strike = (perubahan = "") => voidItemChange(clerk, id, { perubahan, alasan: "Salah hitung" });
    await strike(broken?.id);
    // Two pieces are struck off as broken all the same: they come from the good ones.
    expect(await figures("2026-11-24")).toEqual(["10", "", "2", "", "", "10 Jun 2026", "8", ""]);
    await expect(strike(broken?.id)).rejects.toBeInstanceOf(ConflictError);
    const less = { ...ItemInput.parse({ ...item, jumlah: "1", diperoleh: "2025-05-02" }), versi: 1 };
    expect(await correctEntry(clerk, "inventaris", id, less).catch(field)).toBe("jumlah");
    await strike(gone?.id);
    await correctEntry(clerk, "inventaris", id, less);
    expect(await figures("2026-11-24")).toEqual(["1", "", "", "", "", "", "1", ""]);
  });
});
