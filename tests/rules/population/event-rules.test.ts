import { describe, expect, it } from "vitest";
import { bookingDay, checkHistory } from "#app/modules/population/event-check-rules.ts";
import {
  derivedOf,
  type EventFact,
  type EventKind,
  foldState,
  type Values,
} from "#app/modules/population/event-rules.ts";

const TODAY = "2026-11-24";
let made = 0;

function fact(kind: EventKind, happenedOn: string, changes: Values = {}, seq = ++made): EventFact {
  return { id: `e${seq}`, seq, kind, happenedOn, changes, isCancelled: false };
}

const opening = (changes: Values = {}) =>
  fact("opening", "2026-01-01", {
    name: "Ahmad",
    sex: 1,
    hamletId: "montong",
    birthDate: "1980-05-01",
    ...changes,
  });
const problemOf = (...facts: EventFact[]) => checkHistory(facts, TODAY)?.code ?? null;

describe("the fold of one person's events", () => {
  it("goes by day, and on one day by order of entry, whatever order they come in", () => {
    const moved = fact("move_inside", "2026-06-01", { hamletId: "gegutu" });
    const late = fact("move_inside", "2026-03-01", { hamletId: "bage" });
    const same = fact("move_inside", "2026-06-01", { hamletId: "renung" });
    const facts = [same, opening(), late, moved];
    expect(foldState(facts)?.values.hamletId).toBe("renung");
    expect(foldState(facts, "2026-05-31")?.values.hamletId).toBe("bage");
    expect(foldState(facts, "2025-12-31")).toBeNull();
  });

  it("counts a birth on the day of birth as corrected, and on its own again where the correction is cancelled", () => {
    const birth = fact("birth", "2026-03-10", { birthDate: "2026-03-10", hamletId: "montong" });
    const moved = fact("move_inside", "2026-05-01", { hamletId: "bage" });
    const correction = fact("correction", "2026-06-01", { birthDate: "2026-02-25" });
    const right = [birth, moved, correction];
    expect(foldState(right, "2026-03-01")).toMatchObject({
      statusSince: "2026-02-25",
      values: { birthDate: "2026-02-25", hamletId: "montong" },
    });
    expect(foldState(right)?.values.hamletId).toBe("bage");
    const wrongAgain = [birth, moved, { ...correction, isCancelled: true }];
    expect(foldState(wrongAgain, "2026-03-01")).toBeNull();
    expect(problemOf(birth, moved, { ...correction, changes: { birthDate: "2026-05-02" } })).toBe(
      "before_birth",
    );
  });

  it("keeps the day since which a status holds", () => {
    const facts = [
      opening(),
      fact("move_out", "2026-04-02"),
      fact("change", "2026-05-01", { occupation: 9 }),
    ];
    expect(foldState(facts)).toMatchObject({
      status: 3,
      statusSince: "2026-04-02",
      values: { occupation: 9 },
    });
  });

  it("leaves cancelled events out", () => {
    const death = { ...fact("death", "2026-04-02"), isCancelled: true };
    expect(foldState([opening(), death])?.status).toBe(1);
    expect(foldState([{ ...opening(), isCancelled: true }])).toBeNull();
    expect(derivedOf(null)).toMatchObject({ isPresent: false, status: 9 });
  });

  it("sets a corrected value in the place where it had been set, and what is entered later stands", () => {
    const first = opening();
    const renamed = fact("change", "2026-03-01", { name: "Ahmad Zaini" });
    const correction = fact("correction", TODAY, { sex: 2, name: "Ahmad Zaeni" });
    const again = fact("change", "2026-08-01", { name: "Haji Ahmad" });
    const facts = [first, renamed, correction, again];
    expect(foldState(facts, "2026-02-01")?.values).toMatchObject({ name: "Ahmad", sex: 2 });
    expect(foldState(facts, "2026-03-01")?.values.name).toBe("Ahmad Zaeni");
    expect(foldState(facts)?.values.name).toBe("Haji Ahmad");
  });

  it("opens somebody in the status that the import gives, and takes none from another event", () => {
    expect(foldState([opening({ status: 3 })])).toMatchObject({ status: 3 });
    expect(foldState([opening(), fact("move_inside", "2026-02-01", { status: 2 })])?.status).toBe(1);
  });
});

describe("a history", () => {
  it.each([
    ["dies once", ["death", "death"], "dead"],
    ["leaves only from here", ["move_out", "move_out"], "not_here"],
    ["does not move within after leaving", ["left", "move_inside"], "not_here"],
    ["returns only from away", ["returned"], "here_already"],
    ["does not return from death", ["death", "returned"], "dead"],
    ["returns rather than moves in when missing", ["missing", "move_in"], "still_expected"],
    ["may find the missing dead", ["missing", "death"], null],
    ["may move out, in again and out", ["move_out", "move_in", "move_out", "returned"], null],
    ["is entered once", ["birth"], "entered_already"],
  ] as [string, EventKind[], string | null][])("%s", (_, kinds, expected) => {
    const facts = kinds.map((kind, order) => fact(kind, `2026-02-0${order + 1}`));
    expect(problemOf(opening(), ...facts)).toBe(expected);
  });

  it("knows no day before birth, before the register, or to come", () => {
    expect(problemOf(opening(), fact("change", "1979-01-01"))).toBe("before_birth");
    expect(problemOf(opening(), fact("change", "1990-01-01"))).toBe("before_entry");
    expect(problemOf(opening(), fact("death", "2026-11-25"))).toBe("future");
    expect(problemOf(fact("birth", "2026-02-03", { birthDate: "2026-02-03" }))).toBeNull();
  });

  it("refuses a back-dated event that what came later speaks against, and names the later one", () => {
    const later = fact("move_out", "2026-08-01");
    const found = checkHistory([opening(), later, fact("death", "2026-03-01")], TODAY);
    expect(found).toMatchObject({ code: "dead", eventId: later.id, since: "2026-03-01" });
  });

  it("lets a temporary resident settle", () => {
    const settles = fact("move_in", "2026-02-01", { kind: "permanent" });
    expect(problemOf(opening({ kind: "temporary" }), settles)).toBeNull();
    expect(problemOf(opening(), settles)).toBe("here_already");
  });
});

it("books what happened before the opening balance on its day", () => {
  expect(bookingDay([opening()], "2025-12-20")).toBe("2026-01-01");
  expect(bookingDay([opening()], "2026-02-20")).toBe("2026-02-20");
  expect(bookingDay([fact("birth", "2026-02-03")], "2026-02-01")).toBe("2026-02-01");
});
