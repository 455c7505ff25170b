import { describe, expect, it } from "vitest";
import { DEFAULT_WORK_HOURS, promisedUntil } from "#app/modules/letters/promise-rules.ts";
import { headLine, type OfficeTerm, signatoriesOn } from "#app/modules/letters/signatory-rules.ts";

const village = { villageTerm: "Desa", headTerm: "Kepala Desa", hamletTerm: "Dusun", name: "Sesela" };
const term = (position: string, name: string, more: Partial<OfficeTerm> = {}): OfficeTerm => ({
  accountId: name,
  name,
  position,
  status: "definitif",
  startsOn: "2026-01-01",
  endsOn: null,
  ...more,
});
const linesOn = (terms: OfficeTerm[], day = "2026-11-24") =>
  signatoriesOn(terms, day, village).map(({ name, lines }) => [name, ...lines].join(" | "));

describe("who signs, and how his office is written", () => {
  const head = term("kepala-desa", "Asmuni");
  const secretary = term("sekretaris-desa", "Zohri");

  it("is the head, the Sekdes in his name, a Kasi for the Sekdes", () => {
    expect(linesOn([term("kasi-pelayanan", "Aini"), secretary, head, term("operator", "Udin")])).toEqual([
      "Asmuni | Kepala Desa Sesela",
      "Zohri | a.n. Kepala Desa Sesela | Sekretaris Desa",
      "Aini | a.n. Kepala Desa Sesela | Sekretaris Desa | u.b. | Kasi Pelayanan",
    ]);
  });

  it("follows from who holds the office on that day", () => {
    const terms = [
      term("kepala-desa", "Asmuni", { endsOn: "2026-06-01" }),
      term("kepala-desa", "Hilmi", { status: "pj", startsOn: "2026-06-01", endsOn: "2026-11-25" }),
    ];
    expect(linesOn(terms, "2026-05-31")).toEqual(["Asmuni | Kepala Desa Sesela"]);
    expect(linesOn(terms, "2026-06-01")).toEqual(["Hilmi | Pj. Kepala Desa Sesela"]);
    expect(linesOn(terms, "2026-11-25")).toEqual([]);
  });

  it("puts who does the daily work before the head who is away", () => {
    expect(linesOn([head, term("kepala-desa", "Zohri", { status: "plh" })])).toEqual([
      "Zohri | Plh. Kepala Desa Sesela",
      "Asmuni | Kepala Desa Sesela",
    ]);
  });

  it("uses the village's own words", () => {
    expect(headLine({ ...village, villageTerm: "Nagari", headTerm: "Wali Nagari" })).toBe(
      "Wali Nagari Sesela",
    );
    expect(headLine({ ...village, headTerm: "Perbekel" })).toBe("Perbekel Desa Sesela");
    const gampong = { ...village, villageTerm: "Gampong", headTerm: "Keuchik" };
    const [first] = signatoriesOn([term("kepala-desa", "Ali", { status: "plt" })], "2026-11-24", gampong);
    expect(first?.lines).toEqual(["Plt. Keuchik Gampong Sesela"]);
  });
});

describe("the promised time", () => {
  const until = (now: string, hours: number) =>
    promisedUntil(new Date(now), hours, "WITA", DEFAULT_WORK_HOURS).toISOString();

  it.each([
    ["within the office's hours", "2026-11-24T02:00:00.000Z", 1, "2026-11-24T03:00:00.000Z"],
    ["over the night", "2026-11-24T06:30:00.000Z", 1, "2026-11-25T00:30:00.000Z"],
    ["over the weekend", "2026-11-27T06:30:00.000Z", 1, "2026-11-30T00:30:00.000Z"],
    ["before it opens", "2026-11-23T21:00:00.000Z", 1, "2026-11-24T01:00:00.000Z"],
    ["a working day on", "2026-11-24T02:00:00.000Z", 24, "2026-11-25T02:00:00.000Z"],
    ["from Friday to Monday", "2026-11-27T02:00:00.000Z", 24, "2026-11-30T02:00:00.000Z"],
    ["three working days from Wednesday", "2026-11-25T02:00:00.000Z", 72, "2026-11-30T02:00:00.000Z"],
    ["asked for on a Sunday", "2026-11-29T02:00:00.000Z", 24, "2026-12-01T00:00:00.000Z"],
  ])("runs %s", (_name, now, hours, expected) => {
    expect(until(now, hours)).toBe(expected);
  });
});
