import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { appendEvents, type NewEvent } from "#app/modules/population/append-events.server.ts";
import { openResident } from "#app/modules/population/resident-values.server.ts";
import { residentsOn } from "#app/modules/population/residents-on.server.ts";
import { newId } from "#app/platform/ids.ts";
import { residentEvents, residents } from "#db/village/schema/population.ts";
import { createTestVillage, type TestVillage } from "../../support/test-village.ts";

let village: TestVillage;
let ctx: OfficeCtx;
beforeAll(async () => {
  village = await createTestVillage();
  ctx = await village.ctxAs("kasi-pemerintahan");
});

const append = (...events: NewEvent[]) => village.db.transaction((tx) => appendEvents(ctx, tx, events));

async function enter(changes: NewEvent["changes"] = {}, rest: Partial<NewEvent> = {}) {
  const residentId = newId(ctx.now);
  await append({
    residentId,
    kind: "opening",
    happenedOn: "2026-01-01",
    changes: { name: "Siti Aminah", sex: 2, birthDate: "1990-04-02", hamletId: "montong", ...changes },
    ...rest,
  });
  return residentId;
}

const rowOf = async (id: string) =>
  (await village.db.select().from(residents).where(eq(residents.id, id)))[0] ?? expect.fail("no row");
const eventsOf = (id: string) =>
  village.db
    .select()
    .from(residentEvents)
    .where(eq(residentEvents.residentId, id))
    .orderBy(residentEvents.seq);

describe("appending events", () => {
  it("makes a resident of an entry, with what follows from his name and NIK", async () => {
    const nik = "5201094204900001";
    const id = await enter({}, { protectedValues: { nik, phone: "0812" } });
    const row = await rowOf(id);
    expect(row).toMatchObject({
      name: "Siti Aminah",
      nameKey: "siti aminah",
      nikState: "valid",
      version: 1,
      status: 1,
    });
    expect(row).toMatchObject({ citizenship: 1, kind: "permanent", statusSince: "2026-01-01" });
    expect(await openResident(ctx.keys, row)).toMatchObject({ nik, phone: "0812", tag: null });
    const [event] = await eventsOf(id);
    expect(event).toMatchObject({
      isPresent: true,
      hamletId: "montong",
      sex: 2,
      recordedBy: ctx.actor.accountId,
    });
    expect(JSON.stringify(event)).not.toContain(nik);
  });

  it("settles the columns of later events when an earlier one comes late", async () => {
    const id = await enter();
    await append({ residentId: id, kind: "change", happenedOn: "2026-09-01", changes: { occupation: 9 } });
    await append({
      residentId: id,
      kind: "move_inside",
      happenedOn: "2026-03-01",
      changes: { hamletId: "bage" },
    });
    expect((await eventsOf(id)).map(({ kind, hamletId }) => `${kind} ${hamletId}`)).toEqual([
      "opening montong",
      "change bage",
      "move_inside bage",
    ]);
    expect(await rowOf(id)).toMatchObject({ hamletId: "bage", occupation: 9, version: 3 });
  });

  it("holds the NIK against a birth date that is corrected, and keeps what is sealed", async () => {
    const id = await enter({ birthDate: "1991-04-02" }, { protectedValues: { nik: "5201094204900001" } });
    expect((await rowOf(id)).nikState).toBe("doubtful");
    await append({
      residentId: id,
      kind: "correction",
      happenedOn: "2026-11-24",
      changes: { birthDate: "1990-04-02" },
    });
    const row = await rowOf(id);
    expect(row.nikState).toBe("valid");
    expect((await openResident(ctx.keys, row)).nik).toBe("5201094204900001");
  });

  it("takes an event back by a correction, and the person with his entry", async () => {
    const id = await enter();
    const { eventIds } = await append({ residentId: id, kind: "death", happenedOn: "2026-05-01" });
    expect(await rowOf(id)).toMatchObject({ status: 2, statusSince: "2026-05-01" });
    const cancels = eventIds[0];
    await append({ residentId: id, kind: "correction", happenedOn: "2026-11-24", cancels });
    expect(await rowOf(id)).toMatchObject({ status: 1, statusSince: "2026-01-01" });
    const again = append({ residentId: id, kind: "correction", happenedOn: "2026-11-24", cancels });
    await expect(again).rejects.toThrow("sudah dibatalkan");
    const [entry] = await eventsOf(id);
    await append({ residentId: id, kind: "correction", happenedOn: "2026-11-24", cancels: entry?.id });
    expect(await rowOf(id)).toMatchObject({ status: 9, name: "Siti Aminah" });
  });

  it("writes nothing of an act of which one part can't be", async () => {
    const [one, two] = [await enter(), await enter()];
    await append({ residentId: two, kind: "death", happenedOn: "2026-05-01" });
    const both = [one, two].map(
      (residentId) => ({ residentId, kind: "move_out", happenedOn: "2026-06-01" }) as const,
    );
    await expect(append(...both)).rejects.toThrow(
      "Siti Aminah: orang ini tercatat meninggal pada 1 Mei 2026",
    );
    expect(await rowOf(one)).toMatchObject({ status: 1, version: 1 });
  });

  it("refuses whoever looked before somebody else changed the person", async () => {
    const id = await enter();
    await append({ residentId: id, kind: "left", happenedOn: "2026-05-01", version: 1 });
    const late = append({ residentId: id, kind: "change", happenedOn: "2026-06-01", version: 1 });
    await expect(late).rejects.toThrow("baru saja diubah orang lain");
  });

  it("refuses to let a protected value lie open in an event", async () => {
    await expect(enter({ nik: "5201094204900001" })).rejects.toThrow("can't set nik");
  });

  it("takes as many round trips for 500 people as for one", async () => {
    const newcomers = Array.from({ length: 500 }, (_, order) => ({
      residentId: newId(ctx.now),
      kind: "opening" as const,
      happenedOn: "2026-01-01",
      changes: { name: `Orang ${order}`, sex: 1 },
      protectedValues: { nik: null },
    }));
    village.takeRoundTrips();
    await append(...newcomers);
    expect(village.takeRoundTrips()).toBeLessThanOrEqual(7);
    await append(
      ...newcomers.map(({ residentId }) => ({
        residentId,
        kind: "change" as const,
        happenedOn: "2026-02-01",
      })),
    );
    expect(village.takeRoundTrips()).toBeLessThanOrEqual(8);
  });
});

it("tells how everybody stood on a past day", async () => {
  const id = await enter();
  await append({ residentId: id, kind: "move_out", happenedOn: "2026-05-01" });
  const on = async (day: string) =>
    village.db.all<{ status: number }>(sql`SELECT status FROM ${residentsOn(day)} WHERE resident_id = ${id}`);
  expect(await on("2025-12-31")).toEqual([]);
  expect(await on("2026-04-30")).toEqual([{ status: 1 }]);
  expect(await on("2026-05-01")).toEqual([{ status: 3 }]);
});
