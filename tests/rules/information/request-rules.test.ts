import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestDueThings } from "#app/modules/information/due-rules.ts";
import { AnswerInput, DocumentInput, HolidaysInput, RequestInput } from "#app/modules/information/input.ts";
import {
  type CountedRequest,
  countRequests,
  dueOn,
  halfYearBefore,
  halfYearOf,
  parseHalfYear,
} from "#app/modules/information/request-rules.ts";
import { addDays } from "#app/platform/clock.ts";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "#app/platform/working-day-rules.ts";

const NONE = new Set<string>();
const someDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2025-01-01", days));
const someHolidays = fc.array(someDay, { maxLength: 40 }).map((days) => new Set(days));

describe("working days", () => {
  it.each([
    ["2026-11-24", 10, "2026-12-08"],
    ["2026-11-27", 1, "2026-11-30"],
    ["2026-11-28", 1, "2026-11-30"],
    ["2026-11-24", 0, "2026-11-24"],
  ])("%s and %i more is %s", (from, count, to) => {
    expect(addWorkingDays(from, count, NONE)).toBe(to);
  });

  it("end on a working day, with as many between as were asked for, whatever the holidays", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 30 }), someHolidays, (from, count, holidays) => {
        const end = addWorkingDays(from, count, holidays);
        expect(isWorkingDay(end, holidays)).toBe(true);
        expect(workingDaysBetween(from, end, holidays)).toBe(count);
        expect(workingDaysBetween(from, addDays(end, -1), holidays)).toBe(count - 1);
      }),
      { numRuns: 80 },
    );
  });

  it("give the law's ten, and seventeen with the extension, over a holiday", () => {
    const holidays = new Set(["2026-12-25"]);
    expect(dueOn("2026-12-21", false, NONE)).toBe("2027-01-04");
    expect(dueOn("2026-12-21", false, holidays)).toBe("2027-01-05");
    expect(dueOn("2026-12-21", true, holidays)).toBe("2027-01-14");
  });
});

describe("the notice of half a year", () => {
  const request = (changed: Partial<CountedRequest>): CountedRequest => ({
    state: "given",
    receivedOn: "2026-11-02",
    answeredOn: "2026-11-04",
    dueOn: "2026-11-16",
    ...changed,
  });

  it("counts outcomes, what was late, and the mean of the working days", () => {
    const figures = countRequests(
      [
        request({}),
        request({ state: "partly", answeredOn: "2026-11-09" }),
        request({ state: "refused", answeredOn: "2026-11-17" }),
        request({ state: "withdrawn", answeredOn: "2026-11-30" }),
        request({ state: "extended", answeredOn: null }),
      ],
      NONE,
    );
    expect(figures).toEqual({
      ...{ received: 5, given: 1, partly: 1, refused: 1, withdrawn: 1, open: 1, late: 1 },
      meanDays: 6,
    });
    expect(countRequests([], NONE).meanDays).toBeNull();
  });

  it("is named by its address", () => {
    expect(parseHalfYear("2026-2")).toMatchObject({ first: "2026-07-01", last: "2026-12-31" });
    expect([parseHalfYear("2026-3"), parseHalfYear("26-1"), parseHalfYear("")]).toEqual([null, null, null]);
    expect(halfYearOf("2026-06-30")).toMatchObject({ year: 2026, half: 1 });
    expect(halfYearBefore(halfYearOf("2026-06-30"))).toMatchObject({ year: 2025, half: 2 });
  });
});

describe("forms of public information", () => {
  const asked = {
    nama: "Amaq Rahmat",
    alamat: "Dusun Kebun Lauk",
    kontak: "0812 7000 1234",
    informasi: "Laporan realisasi APBDes 2025",
    tujuan: "Penelitian",
    cara: "copy",
  };

  it.each([
    ["as it should be", {}, true],
    ["with an address for mail", { kontak: "rahmat@contoh.id" }, true],
    ["with a NIK in its field", { identitas: "5201 1452 0690 0003" }, true],
    ["with a NIK in the question", { informasi: "Data NIK 5201145206900003" }, false],
    ["with half a NIK", { identitas: "520114" }, false],
    ["without a way to answer", { kontak: "di rumah" }, false],
  ])("take a request %s: %j", (_what, changed, isTaken) => {
    expect(RequestInput.safeParse({ ...asked, ...changed }).success).toBe(isTaken);
  });

  it("want the ground of what is kept back", () => {
    const answer = { versi: "1", jawaban: "Dirahasiakan." };
    expect(AnswerInput.safeParse({ ...answer, hasil: "refused" }).success).toBe(false);
    expect(AnswerInput.safeParse({ ...answer, hasil: "refused", dasar: "17-h" }).success).toBe(true);
    expect(AnswerInput.safeParse({ ...answer, hasil: "given" }).success).toBe(true);
    const withheld = { kelas: "dikecualikan", judul: "Data penerima bantuan", dasar: "17-h" };
    expect(DocumentInput.safeParse(withheld).success).toBe(false);
    expect(DocumentInput.safeParse({ ...withheld, ditutup_sampai: "2036-12-31" }).success).toBe(true);
  });

  it("read holidays one a line and name the line that can't be read", () => {
    const read = HolidaysInput.parse({ libur: "2026-12-25 Natal\n\n 2027-01-01  Tahun Baru \n" });
    expect(read.libur).toEqual([
      { day: "2026-12-25", name: "Natal" },
      { day: "2027-01-01", name: "Tahun Baru" },
    ]);
    const wrong = HolidaysInput.safeParse({ libur: "2026-02-30 Tidak ada" });
    expect(wrong.error?.issues[0]?.message).toContain("2026-02-30 Tidak ada");
  });
});

it("tells of an answer three days ahead and once it is late", () => {
  const things = requestDueThings([{ id: "a", year: 2026, number: 3, dueOn: "2026-12-08" }], ["x"]);
  expect(things.map(({ dueOn: day }) => day)).toEqual(["2026-12-05", "2026-12-09"]);
});
