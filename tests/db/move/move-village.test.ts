import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { directoryAudit } from "#db/directory/schema/overseers.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import { listVillageDatabases } from "#db/erase/village-databases.ts";
import { isFrozenError, thawDatabase } from "#db/freeze.ts";
import { migrateVillage, VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { cancelMove, MoveError, moveVillageHome } from "#db/move-village.ts";
import { openVillage } from "#db/open.ts";
import type { Place } from "#db/place.ts";
import { areas } from "#db/village/schema/village.ts";
import { LeaseLostError } from "#db/village-lease.ts";
import { readAll, readSchema, storeVillage } from "../stored-village.ts";
import { openTwoHomes, rowOf, rowsOf, type TwoHomes, writeTo } from "./two-homes.ts";

vi.setConfig({ testTimeout: 120_000 });

const START = Date.UTC(2026, 10, 24, 3);
let homes: TwoHomes;
let place: Place;
let village: VillageRow;
let code = 7000;
let clock = START;
/** Each look at the clock is a moment later. */
const now = () => new Date(++clock);
const passMinutes = (minutes: number) => {
  clock += minutes * 60_000;
};

beforeAll(async () => {
  homes = await openTwoHomes();
  ({ place } = homes);
});
afterAll(() => homes.stop());
beforeEach(async () => {
  ({ village } = await storeVillage(`52.07.01.2${String(code++).slice(1)}`));
  await place.directory
    .update(villages)
    .set({ schemaVersion: VILLAGE_SCHEMA_VERSION })
    .where(eq(villages.id, village.id));
  village = await rowOf(place, village.id);
});
afterEach(() => vi.unstubAllGlobals());

const move = (to = "kedua") => moveVillageHome(place, village.id, to, now);
const inSecond = () => place.homes.provisionerOf("kedua").listDatabases(village.database);
const actions = async () => {
  const found = await place.directory
    .select()
    .from(directoryAudit)
    .where(eq(directoryAudit.villageId, village.id));
  return found.map(({ action }) => action);
};

describe("moving a village to another home", () => {
  it("carries every row and the schema over, and points the directory there with the next epochs", async () => {
    const before = await rowsOf(place, village.id);
    const schema = await readSchema(place.home, village.database);
    const due = { villageId: village.id, kind: "programme", dueAt: "2027-01-01T00:00:00.000Z" };
    await place.directory.insert(dueJobs).values(due);

    const moved = await move();

    expect(await rowsOf(place, village.id)).toEqual(before);
    expect(await readSchema(homes.second, moved.database)).toEqual(schema);
    expect(moved.rows).toBe(Object.values(before).flat().length);
    expect(await rowOf(place, village.id)).toMatchObject({
      home: "kedua",
      database: moved.database,
      epoch: village.epoch + 2,
      movingTo: null,
      movingSince: null,
      migrationLeasedUntil: null,
    });
    expect(await actions()).toEqual(["village.start-move", "village.move"]);
    const [row] = await place.directory.select().from(dueJobs).where(eq(dueJobs.villageId, village.id));
    expect(Date.parse(row?.dueAt ?? "")).toBeLessThanOrEqual(clock);
  });

  it("refuses the writes of whoever still holds the old database, which stays as it was; the new one takes them", async () => {
    const before = await readAll(place.home, village.database);
    const { previous } = await move();
    expect(previous).toEqual({ home: "utama", database: village.database });
    const late = await writeTo(place, village, "terlambat").catch((error: unknown) => error);
    expect(isFrozenError(late)).toBe(true);
    expect(await readAll(place.home, village.database)).toEqual(before);
    await writeTo(place, await rowOf(place, village.id), "sesudah");
    expect(JSON.stringify((await rowsOf(place, village.id)).settings)).toContain("sesudah");
  });

  it("lets the village read and not write meanwhile, and keeps migrations away", async () => {
    const send = globalThis.fetch;
    const seen: unknown[] = [];
    let isLooking = false;
    vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
      const { url } = args[0] as Request;
      if (!isLooking && url?.startsWith(homes.second.url) && seen.length === 0) {
        isLooking = true;
        const row = await rowOf(place, village.id);
        const refused = await writeTo(place, row, "di tengah").catch((error: unknown) => error);
        const lagging = { ...row, schemaVersion: 0 };
        const migrated = await migrateVillage(place.home, place.directory, lagging, now());
        const rows = Object.keys(await readAll(place.home, row.database)).length;
        seen.push(row.movingTo, row.movingSince, isFrozenError(refused), migrated, rows > 10);
        isLooking = false;
      }
      return send(...args);
    });
    await move();
    expect(seen).toEqual(["kedua", expect.stringMatching(/^2026-11-24T/), true, null, true]);
  });

  it("moves back, and each home keeps what was left there", async () => {
    const { database: there } = await move();
    await writeTo(place, await rowOf(place, village.id), "di sana");
    const rows = await rowsOf(place, village.id);
    passMinutes(1);
    const back = await move("utama");
    expect(await rowsOf(place, village.id)).toEqual(rows);
    expect(back.database).not.toBe(village.database);
    passMinutes(1);
    await move();
    expect(await rowsOf(place, village.id)).toEqual(rows);
    const all = (await listVillageDatabases(place, village.id)).map(({ home, name }) => `${home} ${name}`);
    expect(new Set(all)).toContain(`kedua ${there}`);
    expect(new Set(all)).toContain(`utama ${back.database}`);
    expect(new Set(all)).toContain(`utama ${village.database}`);
  });

  it("refuses a home that is not there, the village's own, a lagging schema, and another move's target", async () => {
    await expect(move("ketiga")).rejects.toThrow("tidak ada dalam konfigurasi");
    await expect(move("utama")).rejects.toThrow("sudah berada di utama");
    const change = (changes: Partial<VillageRow>) =>
      place.directory.update(villages).set(changes).where(eq(villages.id, village.id));
    await change({ schemaVersion: 0 });
    await expect(move()).rejects.toThrow("npm run migrate");
    await change({ schemaVersion: VILLAGE_SCHEMA_VERSION, movingTo: "lain" });
    await expect(move()).rejects.toThrow("sedang dipindahkan ke lain");
    await change({ movingTo: null, state: "erased" });
    await expect(move()).rejects.toThrow(MoveError);
    await change({ state: "active" });
    expect(await rowOf(place, village.id)).toEqual(village);
    await writeTo(place, village, "masih bisa");
  });
});

describe("a move that goes wrong", () => {
  it("is taken back at once where the other home refuses, and nothing is left there", async () => {
    const send = globalThis.fetch;
    let refused = 0;
    vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
      const request = args[0] instanceof Request ? args[0] : null;
      if (request?.url.startsWith(homes.second.url) && ++refused > 1)
        return new Response("no room", { status: 507 });
      return send(...args);
    });
    await expect(move()).rejects.toThrow("507");
    vi.unstubAllGlobals();
    const row = await rowOf(place, village.id);
    expect(row).toMatchObject({
      home: "utama",
      movingTo: null,
      movingSince: null,
      migrationLeasedUntil: null,
    });
    expect(await inSecond()).toEqual([]);
    expect(await actions()).toEqual(["village.start-move", "village.cancel-move"]);
    await writeTo(place, row, "jalan terus");
  });

  it("is taken back where the other home falls silent, and what was left there goes with the next move", async () => {
    const send = globalThis.fetch;
    let asked = 0;
    vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
      const url = args[0] instanceof Request ? args[0].url : String(args[0]);
      const isSecond = [homes.second.url, homes.second.adminUrl].some((base) => url.startsWith(base));
      if (isSecond && ++asked > 2) throw new TypeError("fetch failed");
      return send(...args);
    });
    await expect(move()).rejects.toThrow();
    expect(await rowOf(place, village.id)).toMatchObject({
      home: "utama",
      movingTo: null,
      migrationLeasedUntil: null,
    });
    await writeTo(place, village, "jalan terus");
    vi.unstubAllGlobals();
    expect(await inSecond()).toHaveLength(1);
    passMinutes(1);
    const { database } = await move();
    expect(await inSecond()).toEqual([database]);
  });

  it("is taken back where what arrived is not what was there", async () => {
    const send = globalThis.fetch;
    vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
      const request = args[0] instanceof Request ? args[0] : null;
      if (!request?.url.startsWith(homes.second.url) || request.method !== "POST") return send(...args);
      const body = (await request.text()).replaceAll("RT 1202", "RT 9999");
      return send(new Request(request.url, { method: "POST", headers: request.headers, body }));
    });
    await expect(move()).rejects.toThrow("is not what");
    vi.unstubAllGlobals();
    expect(await rowOf(place, village.id)).toMatchObject({ home: "utama", movingTo: null });
    expect(await inSecond()).toEqual([]);
  });

  it("loses nothing wherever the process is killed, and the same call ends it", async () => {
    await openVillage(place.home, village).delete(areas);
    const before = await rowsOf(place, village.id);
    let cuts = 0;
    for (let survived = 1; ; survived += 3) {
      const isWhole = await moveUntil(survived);
      const row = await rowOf(place, village.id);
      expect(await rowsOf(place, village.id)).toEqual(before);
      if (row.home === "utama") {
        passMinutes(2);
        await move();
      }
      const after = await rowOf(place, village.id);
      expect(after).toMatchObject({ home: "kedua", movingTo: null });
      expect(await rowsOf(place, village.id)).toEqual(before);
      expect(await inSecond()).toEqual([after.database]);
      await expect(writeTo(place, village, "terlambat")).rejects.toSatisfy(isFrozenError);
      if (isWhole) break;
      cuts++;
      await putBack();
    }
    expect(cuts).toBeGreaterThan(6);
  });

  /** The process is killed after so many requests: before an answer comes, and for every second count before it is sent. */
  async function moveUntil(survived: number): Promise<boolean> {
    const send = globalThis.fetch;
    let count = 0;
    vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
      if (++count > survived) throw new Error("killed");
      const answer = await send(...args);
      if (count === survived && survived % 2 === 1) throw new Error("killed");
      return answer;
    });
    try {
      await move();
      return true;
    } catch {
      return false;
    } finally {
      vi.unstubAllGlobals();
    }
  }

  async function putBack(): Promise<void> {
    const { database } = await rowOf(place, village.id);
    await place.homes.provisionerOf("kedua").deleteDatabase(database);
    await place.directory.update(villages).set(village).where(eq(villages.id, village.id));
    await thawDatabase(place.home, village.database);
    passMinutes(2);
  }

  it("is called off after it was killed: the village writes again where it lies, nothing is left elsewhere", async () => {
    const before = await rowsOf(place, village.id);
    expect(await moveUntil(24)).toBe(false);
    const cut = await rowOf(place, village.id);
    expect(cut.movingTo).toBe("kedua");
    await expect(cancelMove(place, village.id, now)).rejects.toThrow("sedang dikerjakan proses lain");
    passMinutes(2);
    await cancelMove(place, village.id, now);
    const row = await rowOf(place, village.id);
    expect(row).toMatchObject({
      home: "utama",
      database: village.database,
      movingTo: null,
      epoch: cut.epoch + 1,
    });
    expect(await rowsOf(place, village.id)).toEqual(before);
    expect(await inSecond()).toEqual([]);
    await writeTo(place, row, "lagi");
    await expect(cancelMove(place, village.id, now)).rejects.toThrow("tidak sedang dipindahkan");
  });
});

describe("two moves of one village", () => {
  it("at once: one is done, the other is told so", async () => {
    const both = await Promise.allSettled([move(), move()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find((each) => each.status === "rejected");
    expect(refused?.reason).toBeInstanceOf(MoveError);
    expect(await inSecond()).toEqual([(await rowOf(place, village.id)).database]);
  });

  it("where the first one sleeps past its lease: the second ends it, the first changes nothing when it wakes", async () => {
    const before = await rowsOf(place, village.id);
    const send = globalThis.fetch;
    let wake = () => {};
    const asleep = new Promise<void>((isAsleep) => {
      let isFirst = true;
      vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
        const { url } = args[0] as Request;
        if (isFirst && url?.startsWith(homes.second.url)) {
          isFirst = false;
          await new Promise<void>((resolve) => {
            wake = resolve;
            isAsleep();
          });
        }
        return send(...args);
      });
    });
    const first = move().catch((error: unknown) => error);
    await asleep;
    passMinutes(2);
    const second = await move();
    wake();
    expect(await first).toBeInstanceOf(Error);
    const row = await rowOf(place, village.id);
    expect(row).toMatchObject({ home: "kedua", database: second.database, movingTo: null });
    expect(await rowsOf(place, village.id)).toEqual(before);
    expect(await inSecond()).toEqual([second.database]);
    await writeTo(place, row, "sesudah");
    await expect(writeTo(place, village, "terlambat")).rejects.toSatisfy(isFrozenError);
  });

  it("where it was called off while the first one slept before freezing: the village goes on writing", async () => {
    const send = globalThis.fetch;
    let wake = () => {};
    const asleep = new Promise<void>((isAsleep) => {
      let isFirst = true;
      vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
        const request = args[0] instanceof Request ? args[0] : null;
        const isFreeze = request && (await request.clone().text()).includes("this database is frozen");
        if (isFirst && isFreeze) {
          isFirst = false;
          await new Promise<void>((resolve) => {
            wake = resolve;
            isAsleep();
          });
        }
        return send(...args);
      });
    });
    const first = move().catch((error: unknown) => error);
    await asleep;
    passMinutes(2);
    await cancelMove(place, village.id, now);
    wake();
    expect(await first).toBeInstanceOf(LeaseLostError);
    await writeTo(place, await rowOf(place, village.id), "jalan terus");
  });
});
