import { describe, expect, it } from "vitest";
import { CATALOGUE } from "#app/modules/letters/catalogue.ts";
import { isForMembers, isForResidents } from "#app/modules/letters/subject-rules.ts";
import {
  isCancellable,
  isDownloadable,
  takesPapers,
} from "#app/modules/resident-letters/own-letter-rules.ts";
import { shareText } from "#app/modules/resident-letters/words.ts";

describe("what a head asks for his family", () => {
  it("is never marriage, divorce, guardianship, land or travel, also where the village opens them to residents", () => {
    const opened = CATALOGUE.map((kind) => ({ ...kind, isOn: true, isSelfService: true }));
    const offered = opened.filter(isForMembers).map(({ key }) => key);
    expect(offered).toEqual(expect.arrayContaining(["domisili", "tidak-mampu", "usaha", "skck"]));
    expect(
      offered.filter((key) => /nikah|kawin|cerai|wali|tanah|waris|izin-orang|bepergian/.test(key)),
    ).toEqual([]);
  });

  it("is nothing that the village keeps to the counter, or that is about somebody else", () => {
    const [kind] = CATALOGUE.filter(({ isSelfService }) => isSelfService);
    if (!kind) throw new Error("no kind for residents");
    expect(isForResidents(kind)).toBe(true);
    expect(isForResidents({ ...kind, isSelfService: false })).toBe(false);
    expect(isForResidents({ ...kind, isOn: false })).toBe(false);
    expect(isForResidents({ ...kind, hasSubject: true })).toBe(false);
    expect(isForMembers({ ...kind, title: "Surat Izin Orang Tua" })).toBe(false);
  });
});

describe("a resident's letter", () => {
  it.each([
    ["signed", "bsre", false, true],
    ["handed", "bsre", false, true],
    ["signed", "system", true, true],
    ["signed", "system", false, false],
    ["signed", "wet", true, false],
    ["waiting", "bsre", true, false],
    ["cancelled", "bsre", true, false],
  ])(
    "that is %s by %s with approval in the system %s is downloaded: %s",
    (state, signatureKind, isOn, may) => {
      expect(isDownloadable({ state, signatureKind }, isOn)).toBe(may);
    },
  );

  it("is called off before it is signed, and takes papers before it is numbered", () => {
    expect(["asked", "draft", "review", "returned", "waiting"].every(isCancellable)).toBe(true);
    expect(["signed", "handed", "cancelled"].some(isCancellable)).toBe(false);
    expect(["waiting", "signed", "handed", "cancelled"].some(takesPapers)).toBe(false);
  });

  it("is told of without name and number", () => {
    expect(shareText("Sesela", "Surat Keterangan Domisili", "http://x.test/lacak?kode=ABCDE-FGHJK")).toBe(
      "Kantor Desa Sesela: ada kabar tentang Surat Keterangan Domisili Anda. Lihat prosesnya di http://x.test/lacak?kode=ABCDE-FGHJK",
    );
  });
});
