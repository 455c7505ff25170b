import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendEvents, type NewEvent } from "#app/modules/population/append-events.server.ts";
import {
  balanceOf,
  columnOf,
  emptyLine,
  type FlowRow,
  insideNet,
  totalOf,
} from "#app/modules/population/balance-rules.ts";
import {
  familiesStatement,
  flowStatement,
  openingFamiliesStatement,
} from "#app/modules/population/balance-statements.server.ts";
import { readHistories } from "#app/modules/population/event-rows.server.ts";
import {
  EVENT_KINDS,
  type EventFact,
  foldState,
  foldSteps,
  type ResidentState,
  type Values,
} from "#app/modules/population/event-rules.ts";
import { makeFamily } from "#app/modules/population/make-family.server.ts";
import { factOf } from "#app/modules/population/refold-person.server.ts";
import { addDays } from "#app/platform/clock.ts";
import { DomainError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { createTestVillage } from "../../support/test-village.ts";

const FIRST = "2026-01-01";
const DAYS = 320;
const HAMLETS = ["montong", "bage", null];

const happening = fc.record({
  who: fc.nat(11),
  kind: fc.constantFrom(...EVENT_KINDS, "birth" as const, "correction" as const),
  day: fc.nat(DAYS),
  hamlet: fc.constantFrom(...HAMLETS),
  citizenship: fc.constantFrom(1, 1, 1, 2),
  status: fc.constantFrom(1, 1, 3),
  isTemporary: fc.boolean(),
  sex: fc.constantFrom(1, 2),
  corrects: fc.constantFrom("birthDate", "birthDate", "sex", "hamletId", "citizenship"),
  cancelsOne: fc.nat(9),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const ENTRIES = ["opening", "birth", "move_in"];

function eventOf(
  { kind, day, hamlet, citizenship, status, isTemporary, sex, corrects }: Happening,
  residentId: string,
): NewEvent {
  const place: Values = { hamletId: hamlet };
  const birthDate = addDays(FIRST, day);
  if (kind === "correction") {
    const right: Values = { birthDate, sex, citizenship, ...place };
    return { residentId, kind, happenedOn: "2026-11-24", changes: { [corrects]: right[corrects] ?? null } };
  }
  const changes: Values = ENTRIES.includes(kind)
    ? { name: "Orang", sex, citizenship, kind: isTemporary ? "temporary" : "permanent", ...place }
    : kind === "move_inside"
      ? place
      : kind === "change"
        ? { citizenship }
        : {};
  const opened =
    kind === "opening" ? { ...changes, status } : kind === "birth" ? { ...changes, birthDate } : changes;
  return { residentId, kind, happenedOn: addDays(FIRST, day), changes: opened };
}

/** Plays random happenings; what can't be is refused and leaves nothing. */
async function play(happenings: readonly Happening[]) {
  const village = await createTestVillage();
  const ctx = await village.ctxAs("kasi-pemerintahan");
  const people = Array.from({ length: 12 }, () => newId(ctx.now));
  const known = new Set<string>();
  let written = 0;
  for (const each of happenings) {
    const residentId = people[each.who] ?? "";
    if (each.kind === "correction" && !known.has(residentId)) continue;
    try {
      const { eventIds } = await village.db.transaction((tx) =>
        appendEvents(ctx, tx, [eventOf(each, residentId)]),
      );
      written++;
      known.add(residentId);
      const cancel = {
        residentId,
        kind: "correction" as const,
        happenedOn: "2026-11-24",
        cancels: eventIds[0],
      };
      if (each.cancelsOne === 0) await village.db.transaction((tx) => appendEvents(ctx, tx, [cancel]));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  const { events } = await village.db.transaction((tx) => readHistories(tx, people));
  const facts = [...events.values()].map((rows) => rows.map((row) => factOf(row)));
  return { village, facts, written };
}

function isCounted(state: ResidentState | null, countsMissing: boolean): state is ResidentState {
  if (!state || state.values.kind === "temporary") return false;
  return state.status === 1 || (!countsMissing && [4, 6].includes(state.status));
}

describe("the recapitulation", () => {
  it("adds up to a recount of everybody, per dusun, sex and nationality, over random histories", async () => {
    let [checked, corrected] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 60, maxLength: 90 }),
        fc.nat(200),
        fc.nat(119),
        fc.boolean(),
        async (happenings, start, length, countsMissingAsMoved) => {
          const { village, facts, written } = await play(happenings);
          const [from, to] = [addDays(FIRST, start), addDays(FIRST, start + length)];
          const rows = await village.db.all<FlowRow>(flowStatement({ from, to, countsMissingAsMoved }));
          for (const hamletId of HAMLETS) {
            const balance = balanceOf(rows.filter((row) => row.hamletId === hamletId));
            const recount = emptyLine();
            for (const of of facts) {
              const state = foldState(of, to);
              if (!isCounted(state, countsMissingAsMoved) || state.values.hamletId !== hamletId) continue;
              recount[
                columnOf({ sex: Number(state.values.sex), isForeign: Number(state.values.citizenship === 2) })
              ]++;
            }
            expect(balance.closing).toEqual(recount);
            expect(
              Math.min(...Object.values(balance.died), ...Object.values(balance.opening)),
            ).toBeGreaterThanOrEqual(0);
          }
          const isBorn = (of: EventFact[]) =>
            foldSteps(of).some(({ fact: { kind, happenedOn }, after }) => {
              const isThen = happenedOn >= from && happenedOn <= to && after?.values.birthDate === happenedOn;
              return kind === "birth" && isThen && isCounted(after, countsMissingAsMoved);
            });
          const { born } = balanceOf(rows);
          expect(totalOf(born)).toBe(facts.filter(isBorn).length);
          corrected += facts.flat().filter(({ kind }) => kind === "correction").length;
          checked += written;
        },
      ),
      { numRuns: 4, endOnFailure: true },
    );
    expect(checked).toBeGreaterThan(60);
    expect(corrected).toBeGreaterThan(4);
  });

  it("takes an import for the opening, inside moves for nothing in the whole, and the missing as told", async () => {
    const village = await createTestVillage();
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const [a = "", b = "", c = "", d = ""] = Array.from({ length: 4 }, () => newId(ctx.now));
    const person = { name: "Orang", sex: 1, familyId: null, hamletId: "montong" };
    const open = (residentId: string) =>
      ({ residentId, kind: "opening", happenedOn: "2026-03-10", changes: person }) as const;
    await village.db.transaction((tx) =>
      appendEvents(ctx, tx, [
        open(a),
        open(b),
        open(c),
        { residentId: d, kind: "birth", happenedOn: "2026-03-20", changes: { ...person, sex: 2 } },
        { residentId: a, kind: "move_inside", happenedOn: "2026-03-21", changes: { hamletId: "bage" } },
        { residentId: b, kind: "missing", happenedOn: "2026-03-22" },
        { residentId: c, kind: "death", happenedOn: "2026-03-23" },
      ]),
    );
    const of = async (countsMissingAsMoved: boolean, hamletId?: string) => {
      const scope = { from: "2026-03-01", to: "2026-03-31", countsMissingAsMoved };
      const rows = await village.db.all<FlowRow>(flowStatement(scope));
      return balanceOf(rows.filter((row) => hamletId === undefined || row.hamletId === hamletId));
    };
    const whole = await of(true);
    expect([whole.opening.citizenMen, whole.born.citizenWomen, whole.came.citizenMen]).toEqual([3, 1, 0]);
    expect([whole.died.citizenMen, whole.left.citizenMen, whole.closing.citizenMen]).toEqual([1, 1, 1]);
    expect(insideNet(whole)).toEqual(emptyLine());
    expect((await of(true, "bage")).inside_in.citizenMen).toBe(1);
    expect((await of(false)).closing.citizenMen).toBe(2);
  });

  it("counts cards by their head's dusun, once each", async () => {
    const village = await createTestVillage();
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const card = { areaId: null, address: null };
    const cards = await village.db.transaction(async (tx) => [
      await makeFamily(ctx, tx, card),
      await makeFamily(ctx, tx, card),
    ]);
    const open = (familyRole: number, hamletId: string, order: number) => ({
      residentId: newId(ctx.now),
      kind: "opening" as const,
      happenedOn: "2026-03-10",
      changes: { name: "Orang", sex: 1, familyRole, hamletId, familyId: cards[order] ?? null },
    });
    const last = open(1, "bage", 1);
    const gone = { residentId: last.residentId, kind: "move_out", happenedOn: "2026-05-01" } as const;
    await village.db.transaction((tx) =>
      appendEvents(ctx, tx, [open(1, "montong", 0), open(4, "bage", 0), last, gone]),
    );
    const opening = openingFamiliesStatement({ from: "2026-03-01", to: "2026-03-31" });
    expect(await village.db.all(opening)).toHaveLength(2);
    const on = (day: string) => village.db.all(familiesStatement(day));
    expect(await on("2026-03-31")).toEqual([
      { hamletId: "bage", families: 1 },
      { hamletId: "montong", families: 1 },
    ]);
    expect(await on("2026-05-01")).toEqual([{ hamletId: "montong", families: 1 }]);
  });
});
