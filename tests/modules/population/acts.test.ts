import { eq, inArray } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { cancelEvent } from "#app/modules/population/cancel-event.server.ts";
import {
  BirthInput,
  DeathInput,
  MoveInInput,
  MoveOutInput,
  SplitInput,
} from "#app/modules/population/event-input.ts";
import { recordAbsence, recordReturn } from "#app/modules/population/record-absence.server.ts";
import { recordBirth } from "#app/modules/population/record-birth.server.ts";
import {
  recordHeadChange,
  recordMerge,
  recordSplit,
} from "#app/modules/population/record-card-change.server.ts";
import { recordDeath } from "#app/modules/population/record-death.server.ts";
import { recordMoveIn } from "#app/modules/population/record-move-in.server.ts";
import { recordMoveInside } from "#app/modules/population/record-move-inside.server.ts";
import { recordEndOfStay, recordMoveOut } from "#app/modules/population/record-move-out.server.ts";
import { seedHousehold, seedResident } from "#app/seed/seed-resident.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { families, residentEvents, residents } from "#db/village/schema/population.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createPopulationVillage, type PopulationAreas } from "./population-village.ts";

let village: TestVillage;
let places: PopulationAreas;
let ctx: OfficeCtx;
let [father, mother, child] = ["", "", ""];
let familyId = "";

beforeAll(async () => {
  ({ village, places } = await createPopulationVillage());
  ctx = await village.ctxAs("kasi-pemerintahan");
});

beforeEach(async () => {
  const seeded = await seedHousehold(ctx, {
    areaId: places.rt,
    address: "Jalan Melati 3",
    members: [
      { name: "Amaq Sahir", birthDate: "1970-01-01", maritalStatus: 2 },
      { name: "Inaq Sahir", sex: 2, familyRole: 3, birthDate: "1975-01-01", maritalStatus: 2 },
      { name: "Sahir", familyRole: 4, birthDate: "2000-01-01", maritalStatus: 1 },
    ],
  });
  familyId = seeded.familyId;
  [father = "", mother = "", child = ""] = seeded.residentIds;
});

const DAY = "2026-10-05";
const base = { tanggal: DAY, catatan: null };
const rowOf = async (id: string) =>
  (await village.db.select().from(residents).where(eq(residents.id, id)))[0] ?? expect.fail("no row");
const cardOf = async (id: string) =>
  (await village.db.select().from(families).where(eq(families.id, id)))[0] ?? expect.fail("no card");

/** What the forms of one household carry: the versions as they are now. */
async function seen(id: string) {
  const row = await rowOf(id);
  const card = row.familyId ? await cardOf(row.familyId) : null;
  return { versi: row.version, versiKk: card?.version ?? 0 };
}

const death = async (id: string, more: object = {}) =>
  DeathInput.parse({ ...base, catatan: undefined, ...(await seen(id)), ...more });
const roles = async (...ids: string[]) =>
  Object.fromEntries(
    (await village.db.select().from(residents).where(inArray(residents.id, ids))).map((row) => [
      row.name,
      [row.status, row.familyRole],
    ]),
  );

describe("a death", () => {
  it("asks for a new head, and changes head and widow in one act", async () => {
    await expect(recordDeath(ctx, father, await death(father))).rejects.toThrow("Pilih kepala keluarga baru");
    expect((await rowOf(father)).status).toBe(1);
    const { actId } = await recordDeath(
      ctx,
      father,
      await death(father, { kepalaBaru: mother, pasangan: "on", sebab: "1", pelapor: "Sahir" }),
    );
    expect(await roles(father, mother, child)).toEqual({
      "Amaq Sahir": [2, 1],
      "Inaq Sahir": [1, 1],
      Sahir: [1, 4],
    });
    expect((await rowOf(mother)).maritalStatus).toBe(4);
    const act = await village.db.select().from(residentEvents).where(eq(residentEvents.actId, actId));
    expect(act.map(({ kind }) => kind).sort()).toEqual(["change", "death", "family_change"]);
    expect(act.find(({ kind }) => kind === "death")?.details).toMatchObject({ cause: 1, reporter: "Sahir" });
    const audit = await village.db.select().from(auditLog).where(eq(auditLog.entityId, father));
    expect(audit.at(-1)).toMatchObject({ action: "resident.record-death", details: { people: 2 } });
  });

  it("is taken back with all of its act, once, with a reason", async () => {
    await recordDeath(ctx, father, await death(father, { kepalaBaru: child, pasangan: "on" }));
    const [event] = await village.db.select().from(residentEvents).where(eq(residentEvents.kind, "death"));
    const own = await village.db.select().from(residentEvents).where(eq(residentEvents.residentId, father));
    const id = own.find(({ kind }) => kind === "death")?.id ?? event?.id ?? "";
    await cancelEvent(ctx, id, { alasan: "Salah orang" });
    expect(await roles(father, mother, child)).toEqual({
      "Amaq Sahir": [1, 1],
      "Inaq Sahir": [1, 3],
      Sahir: [1, 4],
    });
    expect((await rowOf(mother)).maritalStatus).toBe(2);
    await expect(cancelEvent(ctx, id, { alasan: "Salah orang" })).rejects.toThrow("sudah dibatalkan");
  });

  it("of two officials at once is recorded by the first alone, and nothing of the second's", async () => {
    const input = await death(father, { kepalaBaru: mother });
    const outcomes = await Promise.allSettled([
      recordDeath(ctx, father, input),
      recordDeath(await village.ctxAs("kasi-pelayanan"), father, { ...input, kepalaBaru: child }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const heads = Object.values(await roles(mother, child)).filter(([, role]) => role === 1);
    expect(heads).toHaveLength(1);
  });

  it("is refused by a rule of the form: neither the dead nor a stranger becomes head, nor without permission", async () => {
    for (const kepalaBaru of [father, await seedResident(ctx, { name: "Orang lain" })])
      await expect(recordDeath(ctx, father, await death(father, { kepalaBaru }))).rejects.toThrow(
        "bukan yang ikut",
      );
    const reader = await village.ctxAs("kaur-keuangan");
    await expect(recordDeath(reader, child, await death(child))).rejects.toThrow("tidak berwenang");
  });

  it("before the opening balance is booked on its day and keeps the true one", async () => {
    await recordDeath(ctx, child, await death(child, { tanggal: "2025-12-20" }));
    expect(await rowOf(child)).toMatchObject({ status: 2, statusSince: "2026-01-01" });
    const events = await village.db.select().from(residentEvents).where(eq(residentEvents.residentId, child));
    expect(events.find(({ kind }) => kind === "death")?.details).toMatchObject({ trueDay: "2025-12-20" });
  });
});

describe("going and coming", () => {
  const out = async (id: string, siapa: string[], more: object = {}) =>
    MoveOutInput.parse({
      tanggal: DAY,
      ...(await seen(id)),
      siapa,
      jangkauan: "3",
      tujuan: "Mataram",
      ...more,
    });

  it("takes part of a card or all of it", async () => {
    await expect(recordMoveOut(ctx, father, await out(father, [father, mother]))).rejects.toThrow("kepala");
    await recordMoveOut(ctx, child, await out(child, [child]));
    await recordMoveOut(ctx, father, await out(father, [father, mother]));
    expect(Object.values(await roles(father, mother, child)).map(([status]) => status)).toEqual([3, 3, 3]);
  });

  it("lets a head return to what is free: head of an empty card, else a relative", async () => {
    const away = { ...base, ...(await seen(father)), siapa: [father], kepalaBaru: mother };
    await recordAbsence(ctx, father, "left", away);
    await recordReturn(ctx, father, {
      ...base,
      tanggal: "2026-11-01",
      ...(await seen(father)),
      dari: "Malaysia",
    });
    expect((await roles(father, mother))["Amaq Sahir"]).toEqual([1, 9]);
    const alone = await seedHousehold(ctx, { areaId: places.rt, members: [{ name: "Papuk" }] });
    const papuk = alone.residentIds[0] ?? "";
    await recordAbsence(ctx, papuk, "missing", {
      ...base,
      ...(await seen(papuk)),
      siapa: [papuk],
      kepalaBaru: null,
    });
    await recordReturn(ctx, papuk, { ...base, tanggal: "2026-11-01", ...(await seen(papuk)), dari: null });
    expect((await rowOf(papuk)).familyRole).toBe(1);
  });

  it("brings a family in, the head first and the others onto his card", async () => {
    const arrival = { tanggal: DAY, nama: "Budi  Santoso", jk: "1", warga: "1", asal: "Jawa" };
    expect(MoveInInput.safeParse(arrival).error?.issues[0]?.message).toMatch("Pilih wilayah");
    const head = await recordMoveIn(
      ctx,
      MoveInInput.parse({ ...arrival, wilayah: places.rt, nomor: "5201 0901 0101 0009" }),
    );
    expect(await rowOf(head.residentId)).toMatchObject({
      name: "Budi Santoso",
      familyRole: 1,
      hamletId: places.montong,
    });
    const wife = { ...arrival, nama: "Sri", jk: "2", kk: head.familyId, hubungan: "3" };
    const { residentId } = await recordMoveIn(ctx, MoveInInput.parse(wife));
    expect(await rowOf(residentId)).toMatchObject({ familyId: head.familyId, areaId: places.rt });
    const second = MoveInInput.parse({ ...wife, hubungan: "1" });
    await expect(recordMoveIn(ctx, second)).rejects.toThrow("satu kepala keluarga");
  });

  it("brings a whole family in by one form, in one act, and says what speaks against whose number", async () => {
    const row = (nama: string, more: object) => ({ nama, hubungan: "4", jk: "1", ...more });
    const form = {
      tanggal: DAY,
      nama: "Wayan Sudarma",
      jk: "1",
      warga: "1",
      asal: "Bali",
      agama: "4",
      wilayah: places.rt,
      nomor: "123",
      anggota: [
        row("Ni Luh Sari", { hubungan: "3", jk: "2", kawin: "2", nik: "51030A" }),
        row("Made", { tanggalLahir: "2010-01-02", nik: "5103090201100001" }),
        {},
        undefined,
        ...["Komang", "Ketut", "Putu"].map((name) => row(name, {})),
      ],
    };
    const { familyId, eventCount, doubts } = await recordMoveIn(ctx, MoveInInput.parse(form));
    expect(eventCount).toBe(6);
    expect(doubts).toEqual([
      "No. KK berisi 16 angka; yang diisi 3 angka.",
      "Ni Luh Sari: NIK hanya berisi angka; yang diisi memuat huruf atau tanda.",
    ]);
    const members = await ctx.db.select().from(residents).where(eq(residents.familyId, familyId));
    expect(members.map(({ name, familyRole }) => `${familyRole} ${name}`).sort()).toEqual([
      "1 Wayan Sudarma",
      "3 Ni Luh Sari",
      "4 Ketut",
      "4 Komang",
      "4 Made",
      "4 Putu",
    ]);
    for (const member of members)
      expect(member).toMatchObject({ religion: 4, origin: "Bali", areaId: places.rt, statusSince: DAY });
    const acts = await ctx.db
      .selectDistinct({ actId: residentEvents.actId })
      .from(residentEvents)
      .where(eq(residentEvents.familyId, familyId));
    expect(acts).toHaveLength(1);
  });

  it("refuses a row that lacks something at its own field", () => {
    const form = { tanggal: DAY, nama: "Wayan", jk: "1", warga: "1", asal: "Bali", wilayah: places.rt };
    const anggota = [{ nik: "5103" }, { nama: "Made", hubungan: "1", jk: "1", tanggalLahir: "2026-11-24" }];
    const { error } = MoveInInput.safeParse({ ...form, tanggal: "2026-11-01", anggota });
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual([
      "anggota.0.nama",
      "anggota.0.hubungan",
      "anggota.0.jk",
      "anggota.1.hubungan",
      "anggota.1.tanggalLahir",
    ]);
  });

  it("ends the stay of a temporary resident, who needs no card", async () => {
    const guest = await seedResident(ctx, { name: "Tamu", kind: "temporary" });
    await recordEndOfStay(ctx, guest, { ...base, ...(await seen(guest)), tujuan: null });
    expect((await rowOf(guest)).status).toBe(3);
  });
});

describe("inside the village", () => {
  it("moves a whole card with its address, and back when it is taken back", async () => {
    const siapa = [father, mother, child];
    const input = {
      ...base,
      ...(await seen(father)),
      siapa,
      wilayah: places.senggigi,
      alamat: "Jalan Pantai 1",
    };
    await recordMoveInside(ctx, father, input);
    expect(await cardOf(familyId)).toMatchObject({ areaId: places.senggigi, address: "Jalan Pantai 1" });
    expect(await rowOf(child)).toMatchObject({ hamletId: places.senggigi });
    const events = await village.db
      .select()
      .from(residentEvents)
      .where(eq(residentEvents.residentId, mother));
    await cancelEvent(ctx, events.find(({ kind }) => kind === "move_inside")?.id ?? "", {
      alasan: "Keliru KK",
    });
    expect(await cardOf(familyId)).toMatchObject({ areaId: places.rt, address: "Jalan Melati 3" });
    expect(await rowOf(child)).toMatchObject({ areaId: places.rt });
  });

  it("bears a child into the card, with what follows from the parents", async () => {
    const birth = BirthInput.parse({
      tanggal: DAY,
      ...(await seen(mother)),
      nama: "Sahira",
      jk: "2",
      ibu: mother,
      ayah: child,
    });
    const { residentId } = await recordBirth(ctx, mother, birth);
    expect(await rowOf(residentId)).toMatchObject({
      birthDate: DAY,
      familyId,
      familyRole: 4,
      motherName: "Inaq Sahir",
      nikState: "none",
      areaId: places.rt,
    });
  });

  it("splits a card, changes its head and joins it to another", async () => {
    const split = SplitInput.parse({
      tanggal: DAY,
      ...(await seen(child)),
      siapa: [child],
      kepalaKkBaru: child,
    });
    await recordSplit(ctx, child, split);
    const own = await rowOf(child);
    expect(own).toMatchObject({ familyRole: 1, areaId: places.rt });
    expect(own.familyId).not.toBe(familyId);
    await recordHeadChange(ctx, father, { ...base, ...(await seen(father)), kepalaBaru: mother });
    expect(await roles(father, mother)).toMatchObject({ "Amaq Sahir": [1, 2], "Inaq Sahir": [1, 1] });
    const merge = {
      ...base,
      ...(await seen(child)),
      siapa: [child],
      tujuan: familyId,
      hubungan: 4,
      kepalaBaru: null,
    };
    await recordMerge(ctx, child, merge);
    expect(await rowOf(child)).toMatchObject({ familyId, familyRole: 4 });
  });

  it("does not take an act back that what came later stands on", async () => {
    const split = SplitInput.parse({
      tanggal: DAY,
      ...(await seen(father)),
      siapa: [father],
      kepalaKkBaru: father,
      kepalaBaru: mother,
    });
    const { actId } = await recordSplit(ctx, father, split);
    await recordHeadChange(ctx, mother, { ...base, ...(await seen(mother)), kepalaBaru: child });
    const [first] = await village.db.select().from(residentEvents).where(eq(residentEvents.actId, actId));
    await expect(cancelEvent(ctx, first?.id ?? "", { alasan: "Batal pecah" })).rejects.toThrow(
      "satu kepala keluarga",
    );
    expect((await rowOf(father)).familyId).not.toBe(familyId);
  });
});
