import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OutgoingRow, outgoingLines } from "#app/modules/correspondence/agenda-rules.ts";
import { parseBookFile } from "#app/modules/correspondence/book-file-rules.ts";
import { isWholeYear, numberGaps, readPeriod } from "#app/modules/correspondence/book-rules.ts";
import { incomingState, instructionText } from "#app/modules/correspondence/incoming-rules.ts";
import { isDay } from "#app/platform/clock.ts";

describe("numbers without an entry", () => {
  it("are named by why they lack one", () => {
    const stand = { numbers: [5, 6, 10], last: 12, lost: [{ fromNumber: 7, toNumber: 8 }] };
    expect(numberGaps(stand)).toEqual([
      { from: 1, to: 4, why: "before" },
      { from: 7, to: 8, why: "lost" },
      { from: 9, to: 9, why: "unused" },
      { from: 11, to: 12, why: "unused" },
    ]);
    expect(numberGaps({ numbers: [], last: 3, lost: [] })).toEqual([{ from: 1, to: 3, why: "before" }]);
    expect(numberGaps({ numbers: [], last: 0, lost: [] })).toEqual([]);
  });

  it("make up, with the entries, every number up to the last once", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 60, max: 70 }),
        fc.integer({ min: 1, max: 60 }),
        (known, last, at) => {
          const gaps = numberGaps({ numbers: known, last, lost: [{ fromNumber: at, toNumber: at + 3 }] });
          const inGaps = gaps.flatMap(({ from, to }) =>
            Array.from({ length: to - from + 1 }, (_, i) => from + i),
          );
          expect([...known, ...inGaps].sort((a, b) => a - b)).toEqual(
            Array.from({ length: last }, (_, i) => i + 1),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("outgoing numbers", () => {
  const row = (number: number, state: OutgoingRow["state"], note: string | null = null): OutgoingRow => ({
    series: "buku",
    number,
    state,
    note,
    letter: null,
  });
  const letter = {
    id: "s",
    numberText: "3/2026",
    letterDate: "2026-02-01",
    personName: "Camat",
    title: "Undangan",
    signedAt: null,
  };

  it("stand in runs where no letter has them, and only in a whole year's book", () => {
    const rows = [
      row(1, "before"),
      row(2, "before"),
      { ...row(3, "void", "Salah ketik"), letter },
      row(4, "reserved"),
      row(5, "reserved"),
      row(6, "void", "hilang"),
    ];
    const [before, voided, reserved, lost] = outgoingLines(rows, true);
    expect(before).toMatchObject({ gap: { from: 1, to: 2, why: "before" } });
    expect(voided).toMatchObject({ number: 3, party: "Camat", note: "BATAL: Salah ketik" });
    expect(reserved).toMatchObject({ gap: { from: 4, to: 5, why: "reserved" } });
    expect(lost).toMatchObject({ gap: { from: 6, to: 6, note: "hilang" } });
    expect(outgoingLines(rows, false)).toHaveLength(1);
  });
});

describe("a period of a book", () => {
  const read = (query: string) => readPeriod(new URLSearchParams(query), 2026, isDay);

  it("is the year unless days of it are asked for, in whichever order", () => {
    expect(isWholeYear(read(""))).toBe(true);
    expect(read("tahun=2025&dari=2025-03-31&sampai=2025-01-01")).toEqual({
      year: 2025,
      from: "2025-01-01",
      to: "2025-03-31",
    });
    expect(isWholeYear(read("tahun=2025&dari=2026-02-30&sampai=besok"))).toBe(true);
    expect(read("tahun=-1").year).toBe(2026);
  });

  it("comes as a file by its name alone", () => {
    expect(parseBookFile("agenda-masuk.xlsx")).toEqual({ book: "agenda", part: "masuk", format: "xlsx" });
    expect(parseBookFile("ekspedisi.pdf")).toEqual({ book: "ekspedisi", part: null, format: "pdf" });
    expect(["agenda.pdf", "agenda-.pdf", "ekspedisi.docx", "../x.pdf"].map(parseBookFile)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("a letter that came in", () => {
  const open = {
    closedAt: null,
    voidedAt: null,
    nature: "biasa" as const,
    receivedOn: "2026-11-01",
    answerDueOn: "2026-11-20",
    answeredByLetterId: null,
  };

  it("is late by its answer or by a disposition, and neither once it is answered or closed", () => {
    expect(incomingState(open, [], "2026-11-20")).toBe("undisposed");
    expect(incomingState(open, [], "2026-11-21")).toBe("late");
    expect(incomingState({ ...open, answeredByLetterId: "s" }, [], "2026-11-21")).toBe("undisposed");
    const follow = { dueOn: "2026-11-10", doneAt: null };
    expect(incomingState({ ...open, answerDueOn: null }, [follow], "2026-11-11")).toBe("late");
    expect(incomingState({ ...open, closedAt: "x" }, [follow], "2026-11-30")).toBe("closed");
  });

  it("is passed on with phrases in their order and what was written besides", () => {
    expect(instructionText(["Arsipkan", "Tindak lanjuti"], "Segera")).toBe(
      "Tindak lanjuti; Arsipkan. Segera",
    );
    expect(instructionText([], "Segera")).toBe("Segera");
  });
});
