import { describe, expect, it } from "vitest";
import {
  draftServices,
  type KindFacts,
  paperLines,
  readPaperLines,
  serviceOfKind,
  spokenHours,
  timeTextOf,
} from "#app/modules/service-standard/standard-rules.ts";

const kind = (key: string, more: Partial<KindFacts> = {}): KindFacts => ({
  key,
  title: `Surat ${key}`,
  requirements: [
    { text: "KTP", mark: "wajib" },
    { text: "Pengantar RT", mark: "diminta" },
    { text: "Lunas PBB", mark: "dicabut" },
  ],
  promised: { hours: 24 },
  chain: { review: ["kasi", "sekdes"], signer: "head" },
  isSelfService: false,
  ...more,
});

describe("a draft", () => {
  it("says of a letter what its kind says, and that it costs nothing", () => {
    const service = serviceOfKind(kind("usaha"), "Kasi Pelayanan");
    expect(service).toMatchObject({ service: "usaha", hours: 24, timeText: "1 hari kerja", cost: 0 });
    expect(service.requirements.map(({ text }) => text)).toEqual(["KTP", "Pengantar RT"]);
    expect(service.procedure).toContain("diperiksa Kasi dan Sekretaris Desa");
  });

  it("keeps what was adopted, adds kinds that are new and leaves out those that are gone", () => {
    const adopted = [
      { ...serviceOfKind(kind("usaha"), "Kasi"), timeText: "2 jam" },
      serviceOfKind(kind("gone"), "Kasi"),
      { ...serviceOfKind(kind("balai"), "Kaur"), service: "0190-own" },
    ];
    const isKind = (service: string) => service !== "0190-own";
    const services = draftServices(adopted, [kind("usaha"), kind("new")], "Kasi", isKind);
    expect(services.map(({ service }) => service)).toEqual(["usaha", "0190-own", "new"]);
    expect(services[0]?.timeText).toBe("2 jam");
  });
});

describe("papers as lines", () => {
  it("come back as they were written", () => {
    const papers = [
      { text: "KTP", mark: "wajib" },
      { text: "Pengantar RT", mark: "diminta" },
    ];
    expect(readPaperLines(paperLines(papers))).toEqual(papers);
    expect(readPaperLines("\n  KTP \n\n(bila ada)\n")).toEqual([{ text: "KTP", mark: "wajib" }]);
  });
});

describe("times", () => {
  it("are said as people say them", () => {
    expect([1, 24, 100].map(timeTextOf)).toEqual(["Selesai di tempat", "1 hari kerja", "5 hari kerja"]);
    expect([0.001, 0.5, 2.5, 36].map(spokenHours)).toEqual(["1 menit", "30 menit", "2,5 jam", "1,5 hari"]);
  });
});
