import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chosenDayProblem, parseInstant, usualPeriod } from "#app/modules/programme/report-asof-rules.ts";
import { DEFAULT_REPORT_COLUMNS, REPORT_COLUMNS } from "#app/modules/programme/report-column-rules.ts";
import { parseReportFile, reportFileName } from "#app/modules/programme/report-file-rules.ts";
import { ippdPoster } from "#app/modules/programme/report-ippd.ts";
import { columnKeys, orderColumns } from "#app/modules/programme/report-order-rules.ts";
import { choosePhotos, PHOTO_LIMITS } from "#app/modules/programme/report-photo-rules.ts";
import { buildReport } from "#app/modules/programme/report-rules.ts";
import { holderOn } from "#app/modules/programme/report-signers.ts";
import { fitsPaper } from "#app/modules/programme/report-table.ts";
import { readPdf } from "#tests/support/pdf-text.ts";

describe("names of papers", () => {
  test("every paper's name is read back", () => {
    for (const name of ["triwulan-1.pdf", "triwulan-4.docx", "tahunan.pdf", "lppd.docx", "ippd.pdf"]) {
      const file = parseReportFile(name);
      expect(file && reportFileName(file)).toBe(name);
    }
  });

  test("anything else is no paper", () => {
    for (const name of [
      "",
      "triwulan-5.pdf",
      "triwulan-1.exe",
      "lppd.pdf",
      "tahunan.pdf.pdf",
      "../tahunan.pdf",
    ]) {
      expect(parseReportFile(name)).toBeNull();
    }
  });
});

describe("the day of a report", () => {
  test("is a day of its year or none", () => {
    expect(chosenDayProblem(2027, null)).toBeNull();
    expect(chosenDayProblem(2027, "2027-02-28")).toBeNull();
    expect(chosenDayProblem(2027, "2027-02-29")).toBe("unknown");
    expect(chosenDayProblem(2027, "kemarin")).toBe("unknown");
    expect(chosenDayProblem(2027, "2026-12-31")).toBe("outside");
  });

  test("opens with the last quarter that has ended", () => {
    const quarterOn = (today: string) => usualPeriod(2027, today);
    expect(quarterOn("2027-03-31")).toEqual({ kind: "quarter", quarter: 1 });
    expect(quarterOn("2027-07-01")).toEqual({ kind: "quarter", quarter: 2 });
    expect(quarterOn("2029-01-01")).toEqual({ kind: "quarter", quarter: 4 });
  });

  test("an instant is taken only as it was given out", () => {
    expect(parseInstant("2027-04-02T05:00:00.000Z")).toBe("2027-04-02T05:00:00.000Z");
    for (const text of [null, "", "2027-04-02", "2027-13-02T05:00:00.000Z", "'; DROP"]) {
      expect(parseInstant(text)).toBeNull();
    }
  });
});

describe("columns", () => {
  test("stand by their numbers, those without behind, equal ones as listed", () => {
    expect(orderColumns(["code", "name", "gap", "cause"], { cause: 1, name: 2, code: 2 })).toEqual([
      "cause",
      "code",
      "name",
      "gap",
    ]);
  });

  test("are kept, each once, whatever the numbers", () => {
    const places = fc.dictionary(fc.constantFrom(...REPORT_COLUMNS), fc.nat(99));
    fc.assert(
      fc.property(fc.subarray([...REPORT_COLUMNS]), places, (ticked, numbers) => {
        expect(orderColumns(ticked, numbers).toSorted()).toEqual(ticked.toSorted());
      }),
    );
  });

  test("must fit on a sheet: the usual ones do, all together don't", () => {
    expect(fitsPaper(DEFAULT_REPORT_COLUMNS)).toBe(true);
    expect(fitsPaper(REPORT_COLUMNS)).toBe(false);
  });

  test("a setting that is no list counts as not set", () => {
    expect(columnKeys({ a: 1 })).toEqual([]);
    expect(columnKeys(["name", 3])).toEqual(["name"]);
  });
});

describe("pictures", () => {
  const picture = fc.record({
    fileId: fc.uuid(),
    activityId: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h", "i"),
    mediaType: fc.constantFrom("image/jpeg", "image/png", "image/webp", "application/pdf"),
    sizeBytes: fc.integer({ min: 1, max: 10 * 1024 * 1024 }),
  });

  test("stay within the limits, in order, none that paper can't hold", () => {
    fc.assert(
      fc.property(fc.array(picture, { maxLength: 60 }), (evidence) => {
        const chosen = choosePhotos(evidence);
        expect(chosen.length).toBeLessThanOrEqual(PHOTO_LIMITS.count);
        expect(chosen.reduce((sum, each) => sum + each.sizeBytes, 0)).toBeLessThanOrEqual(
          PHOTO_LIMITS.totalBytes,
        );
        expect(chosen.every(({ mediaType }) => /jpeg|png/.test(mediaType))).toBe(true);
        expect(chosen).toEqual(evidence.filter((each) => chosen.includes(each)));
      }),
    );
  });

  test("each activity gets its first before another gets its second", () => {
    const small = (activityId: string, fileId: string) => ({
      activityId,
      fileId,
      mediaType: "image/jpeg",
      sizeBytes: 1,
    });
    const evidence = [small("a", "1"), small("a", "2"), small("a", "3"), small("b", "4")];
    const limits = { ...PHOTO_LIMITS, count: 2 };
    expect(choosePhotos(evidence, limits).map(({ fileId }) => fileId)).toEqual(["1", "4"]);
    expect(choosePhotos(evidence).map(({ fileId }) => fileId)).toEqual(["1", "2", "4"]);
  });
});

describe("who signs", () => {
  const head = {
    position: "kepala-desa",
    status: "definitif" as const,
    name: "A",
    startsOn: "2020-01-01",
    endsOn: null,
  };

  test("is who holds the position that day; the last day belongs to the next", () => {
    const acting = {
      ...head,
      status: "plh" as const,
      name: "B",
      startsOn: "2027-04-01",
      endsOn: "2027-04-10",
    };
    const terms = [head, acting, { ...head, position: "sekretaris-desa", name: "C" }];
    expect(holderOn(terms, "kepala-desa", "2027-03-31")?.name).toBe("A");
    expect(holderOn(terms, "kepala-desa", "2027-04-09")?.name).toBe("B");
    expect(holderOn(terms, "kepala-desa", "2027-04-10")?.name).toBe("A");
    expect(holderOn(terms, "kasi-pemerintahan", "2027-04-10")).toBeNull();
  });
});

describe("the residents' poster", () => {
  test("stays one page with forty long activities and says how many it leaves out", async () => {
    const activities = Array.from({ length: 40 }, (_, index) => ({
      id: String(index),
      name: `Kegiatan ${index + 1} dengan nama yang sangat panjang `.repeat(4),
      purpose: "",
      duty: "",
      legalBasis: null,
      activityCode: null,
      responsible: "",
      months: [1],
      fundSource: "",
      budget: 1_234_567_890,
      spending: 987_654_321,
      evidenceCount: 0,
      deviation: null,
      indicators: [],
    }));
    const sections = [{ id: "s", name: "Program", activities }];
    const report = buildReport({ year: 2027, period: { kind: "year" }, sections });
    const signature = { above: [], name: "" };
    const facts = {
      report,
      issuer: { isVerified: true },
      village: { name: "Sesela", villageTerm: "Desa", headTerm: "Kepala Desa" },
      letterhead: { type: "letterhead" as const, lines: [{ text: "DESA SESELA" }] },
      signatures: [],
      headSignature: signature,
      photos: [],
      morePhotos: 0,
      madeAt: new Date("2028-01-05T01:00:00Z"),
      zone: "WITA" as const,
    };
    const pages = await readPdf(await ippdPoster(facts, "A4"));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text).toMatch(/Masih ada \d+ kegiatan lain\./);
    expect(pages[0]?.text).toContain("Rp49.382.715.600");
  });
});
