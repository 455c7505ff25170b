import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { appendEvents, type NewEvent } from "#app/modules/population/append-events.server.ts";
import { totalOf } from "#app/modules/population/balance-rules.ts";
import { labelOf } from "#app/modules/population/code-lists.ts";
import { readHistories } from "#app/modules/population/event-rows.server.ts";
import { type EventFact, foldState } from "#app/modules/population/event-rules.ts";
import { loadBalance } from "#app/modules/population/load-balance.server.ts";
import { factOf } from "#app/modules/population/refold-person.server.ts";
import { saveDescentSetting } from "#app/modules/registers/descent-setting.server.ts";
import { loadStatistics } from "#app/modules/registers/load-statistics.server.ts";
import { readRegister } from "#app/modules/registers/read-register.server.ts";
import { type Choice, findRegister, monthOf, type Register } from "#app/modules/registers/register-rules.ts";
import type { RegisterRow } from "#app/modules/registers/register-table.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { addDays } from "#app/platform/clock.ts";
import { DomainError, ForbiddenError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { seedHousehold, seedResident } from "#app/seed/seed-resident.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createPopulationVillage, type PopulationAreas } from "../population/population-village.ts";

const FIRST = "2025-10-01";
const TODAY = "2026-11-24";
const of = (key: string) => findRegister(key) as Register;

let village: TestVillage;
let places: PopulationAreas;
let kasi: OfficeCtx;
let profile: ProfileRow;

beforeAll(async () => {
  ({ village, places } = await createPopulationVillage());
  kasi = await village.ctxAs("kasi-pemerintahan");
  [profile] = (await village.db.select().from(villageProfile)) as [ProfileRow];
});

/** All of a register, page by page. */
async function readAll(key: string, choice: Choice, ctx = kasi, limit = 4): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = [];
  for (let after: string | null = null; ; ) {
    const slice = await readRegister(ctx, profile, of(key), choice, { after, limit });
    expect(slice.before).toBe(rows.length);
    rows.push(...slice.rows);
    if (slice.next === null) {
      expect(slice.total).toBe(rows.length);
      return rows;
    }
    after = slice.next;
  }
}

const on = (to: string): Choice => ({ from: `${to.slice(0, 4)}-01-01`, to });

const happening = fc.record({
  who: fc.nat(5),
  kind: fc.constantFrom(
    ...(["opening", "birth", "move_in", "death", "move_out", "missing", "returned"] as const),
    ...(["opening", "move_in", "change", "change", "move_inside", "correction", "cancel"] as const),
  ),
  day: fc.nat(400),
  religion: fc.constantFrom(1, 2, 3),
  education: fc.constantFrom(3, 4, 5),
  marital: fc.constantFrom(1, 2),
  serial: fc.integer({ min: 1, max: 9999 }),
  isTemporary: fc.constantFrom(false, false, false, true),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

function eventOf(
  { kind, day, religion, education, marital, serial, isTemporary }: Happening,
  residentId: string,
) {
  const happenedOn = addDays(FIRST, day);
  const isEntry = ["opening", "birth", "move_in"].includes(kind);
  const birthDate = kind === "birth" ? happenedOn : "1990-04-05";
  const entry = { name: `Warga ${serial}`, sex: 1 + (serial % 2), birthDate, maritalStatus: marital };
  const base = {
    ...entry,
    kind: isTemporary ? "temporary" : "permanent",
    religion,
    hamletId: places.montong,
  };
  if (kind === "correction")
    return { residentId, kind, happenedOn: TODAY, changes: { religion } } as NewEvent;
  const changes = isEntry
    ? base
    : kind === "change"
      ? { education, maritalStatus: marital }
      : kind === "move_inside"
        ? { hamletId: places.senggigi }
        : {};
  const nik = `520114${String(10_000_000 + serial).slice(1)}000`.slice(0, 16);
  return {
    residentId,
    kind: kind as NewEvent["kind"],
    happenedOn,
    changes,
    ...(isEntry || (kind === "change" && serial % 2 === 0) ? { protectedValues: { nik } } : {}),
  } as NewEvent;
}

/** Plays random happenings in this village; what can't be is refused. @returns each person's facts */
async function play(happenings: readonly Happening[]): Promise<{ id: string; facts: EventFact[] }[]> {
  const people = Array.from({ length: 6 }, () => newId(kasi.now));
  const known = new Set<string>();
  const live: { residentId: string; id: string }[] = [];
  const append = (event: NewEvent) => village.db.transaction((tx) => appendEvents(kasi, tx, [event]));
  for (const each of happenings) {
    const residentId = people[each.who] ?? "";
    const cancelled = live[each.serial % Math.max(1, live.length)];
    try {
      if (each.kind === "cancel") {
        if (!cancelled) continue;
        const { residentId: whose, id } = cancelled;
        await append({ residentId: whose, kind: "correction", happenedOn: TODAY, cancels: id });
      } else if (each.kind !== "correction" || known.has(residentId)) {
        const { eventIds } = await append(eventOf(each, residentId));
        known.add(residentId);
        live.push({ residentId, id: eventIds[0] ?? "" });
      }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  const { events } = await village.db.transaction((tx) => readHistories(tx, people));
  return [...events].map(([id, rows]) => ({ id, facts: rows.map((row) => factOf(row)) }));
}

describe("registers of residents on a past date", () => {
  it("hold those whom a recount of all histories finds, as they stood, and B.2 what B.3 counts", async () => {
    const everybody: { id: string; facts: EventFact[] }[] = [];
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 50, maxLength: 70 }),
        fc.integer({ min: 200, max: 400 }),
        async (happenings, days) => {
          everybody.push(...(await play(happenings)));
          const day = addDays(FIRST, days);
          const stood = everybody.flatMap(({ id, facts }) => {
            const state = foldState(facts, day);
            return state?.status === 1 && state.values.kind !== "temporary" ? [{ id, ...state.values }] : [];
          });
          const rows = await readAll("induk", on(day));
          expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(stood.map(({ id }) => id)));
          for (const { id, cells } of rows) {
            const person = stood.find((each) => each.id === id) as unknown as Record<string, number | null>;
            expect(cells.slice(1, 12)).toEqual([
              person.name,
              person.sex === 2 ? "P" : "L",
              labelOf("maritalStatus", person.maritalStatus) ?? "",
              "",
              expect.any(String),
              labelOf("religion", person.religion) ?? "",
              labelOf("education", person.education) ?? "",
              "",
              Number(person.education) >= 3 ? "Latin" : "",
              "WNI",
              person.hamletId === (places.senggigi as unknown) ? "Dusun Senggigi" : "Dusun Montong",
            ]);
          }
          expect(rows.map(({ cells }) => cells[0])).toEqual(rows.map((_, at) => String(at + 1)));

          const { counts } = await loadStatistics(kasi, day);
          for (const [dimension, key] of [
            ["religion", "religion"],
            ["education", "education"],
            ["hamlet", "hamletId"],
          ] as const) {
            const mine = new Map<unknown, number>();
            for (const person of stood) {
              const code = (person as Record<string, unknown>)[key] ?? null;
              mine.set(code, (mine.get(code) ?? 0) + 1);
            }
            const theirs = new Map<unknown, number>();
            for (const { code, people, dimension: which } of counts)
              if (which === dimension) theirs.set(code, (theirs.get(code) ?? 0) + people);
            expect(theirs).toEqual(mine);
          }

          const period = { from: addDays(FIRST, 20), to: day };
          const mutations = await readAll("mutasi", period);
          const { whole } = await loadBalance(kasi, period);
          const filled = (...columns: number[]) =>
            mutations.filter(({ cells }) => columns.some((at) => cells[at] !== "")).length;
          expect(filled(7)).toBe(totalOf(whole.balance.born) + totalOf(whole.balance.came));
          expect(filled(9)).toBe(totalOf(whole.balance.left));
          expect(filled(11)).toBe(totalOf(whole.balance.died));
          moved += mutations.length;
        },
      ),
      { numRuns: 5, endOnFailure: true },
    );
    expect(moved).toBeGreaterThan(5);
  });
});

describe("what registers of residents show", () => {
  it("are identifiers for who may see them, and children's for fewer; masked else", async () => {
    const nik = "5201141206850003";
    await seedHousehold(village.anonymous(), {
      number: "5201140101150007",
      areaId: places.rt,
      address: "Jl. Pantai 3",
      members: [
        { name: "Aaa Kepala", nik, fatherName: "Amaq Sari" },
        { name: "Aab Anak", nik: "5201145203150002", birthDate: "2015-03-12", sex: 2 },
      ],
    });
    const numbersOf = async (position: string) => {
      const ctx = await village.ctxAs(position);
      const slice = await readRegister(ctx, profile, of("induk"), on(TODAY), { after: null, limit: 2 });
      return slice.rows.map(({ cells }) => [cells[1], cells[11], cells[13], cells[14]]);
    };
    const address = "Jl. Pantai 3, RT 02, RW 01, Dusun Montong";
    expect(await numbersOf("kasi-pemerintahan")).toEqual([
      ["Aaa Kepala", address, nik, "5201140101150007"],
      ["Aab Anak", address, "5201145203150002", "5201140101150007"],
    ]);
    expect(await numbersOf("kasi-pelayanan")).toEqual([
      ["Aaa Kepala", address, nik, "5201140101150007"],
      ["Aab Anak", address, "5201************", "5201************"],
    ]);
    expect(await numbersOf("operator")).toEqual([
      ["Aaa Kepala", address, "5201************", "5201************"],
      ["Aab Anak", address, "5201************", "5201************"],
    ]);
    const council = await village.ctxAs("ketua-bpd");
    await expect(
      readRegister(council, profile, of("induk"), on(TODAY), { after: null, limit: 2 }),
    ).rejects.toBeInstanceOf(ForbiddenError);
  });

  it("are cards together with their heads first in B.5, and B.3's 33 columns add up", async () => {
    const rows = await readAll("ktp-kk", on(TODAY), kasi, 50);
    const at = rows.findIndex(({ cells }) => cells[2] === "Aaa Kepala");
    expect(rows[at]?.cells).toHaveLength(19);
    expect(rows[at + 1]?.cells[2]).toBe("Aab Anak");
    expect(rows[at]?.cells[15]).toBe("Amaq Sari");

    const balance = await readAll("rekapitulasi", monthOf("2026-11"), kasi, 50);
    for (const { cells } of balance) {
      expect(cells).toHaveLength(33);
      const figure = (column: number) => Number(cells[column]?.replaceAll(".", ""));
      for (let sex = 0; sex < 4; sex++) {
        const came = figure(9 + sex) + figure(13 + sex);
        const went = figure(17 + sex) + figure(21 + sex);
        if (balance.at(-1)?.cells === cells) expect(figure(2 + sex) + came - went).toBe(figure(25 + sex));
      }
      expect(figure(6) + figure(7)).toBe(figure(8));
      expect(figure(29) + figure(30)).toBe(figure(31));
    }
    expect(Number(balance.at(-1)?.cells[31])).toBe(rows.length);
  });

  it("is descent in B.4 only where the village says so, and only for who may see it", async () => {
    await seedResident(village.anonymous(), {
      kind: "temporary",
      name: "Zzz Perantau",
      ethnicity: "Bugis",
      origin: "Makassar",
      purpose: "Bekerja",
    });
    const descentFor = async (position: string) => {
      const ctx = await village.ctxAs(position);
      const rows = await readAll("sementara", on(TODAY), ctx, 50);
      return rows.find(({ cells }) => cells[1] === "Zzz Perantau")?.cells[8];
    };
    expect(await descentFor("kasi-pemerintahan")).toBe("");
    await expect(saveDescentSetting(await village.ctxAs("kasi-pelayanan"), true)).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    await saveDescentSetting(kasi, true);
    expect(await descentFor("kasi-pemerintahan")).toBe("Bugis");
    expect(await descentFor("kasi-pelayanan")).toBe("");
    expect(await descentFor("operator")).toBe("");
  });

  it("leaves disability out of statistics for who may not see it", async () => {
    await seedResident(village.anonymous(), { name: "Yyy", disability: 2 });
    const seen = async (position: string) =>
      (await loadStatistics(await village.ctxAs(position), TODAY)).counts.filter(
        ({ dimension, code }) => dimension === "disability" || code === "disabilitas",
      );
    expect(await seen("kasi-kesejahteraan")).toHaveLength(2);
    expect(await seen("kasi-pelayanan")).toEqual([]);
    expect(await seen("ketua-rt")).toEqual([]);
  });
});
