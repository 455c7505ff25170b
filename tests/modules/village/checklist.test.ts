import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { addAreas } from "#app/modules/village/add-areas.server.ts";
import { getChecklist } from "#app/modules/village/checklist.server.ts";
import { afterSaving, CHECKLIST_ITEMS } from "#app/modules/village/checklist-rules.ts";
import { MarkChecklistInput, SaveBookNumbersInput } from "#app/modules/village/input.ts";
import { markChecklist } from "#app/modules/village/mark-checklist.server.ts";
import { saveBookNumbers } from "#app/modules/village/save-book-numbers.server.ts";
import { saveLetterhead } from "#app/modules/village/save-letterhead.server.ts";
import { savePaper } from "#app/modules/village/save-paper.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { createVillage, profileOf, withKey } from "./support.ts";

describe("the first hour", () => {
  let village: TestVillage;
  let kasi: OfficeCtx;

  beforeEach(async () => {
    village = await createVillage();
    kasi = await village.ctxAs("kasi-pemerintahan");
  });

  const checklist = async () => {
    const found = await getChecklist(kasi);
    if (!found) throw new Error("no checklist");
    return found;
  };
  const stateOf = async (key: string) => (await checklist()).steps.find((step) => step.key === key)?.state;
  const version = async () => (await profileOf(village)).updatedAt;

  it("leads on to the next step whoever works through it, and nobody else", () => {
    const from = (query: string) => afterSaving(new URLSearchParams(query), "/kantor/pengaturan/kop");
    expect(from("dari=mulai")).toBe("/kantor/mulai");
    expect(from("")).toBe("/kantor/pengaturan/kop");
    expect(from("dari=https://jahat.example")).toBe("/kantor/pengaturan/kop");
  });

  it("starts with six open steps, in one round trip", async () => {
    village.takeRoundTrips();
    const { steps, settledCount, isFinished } = await checklist();
    expect(village.takeRoundTrips()).toBe(1);
    expect(steps.map(({ key, state }) => [key, state])).toEqual(CHECKLIST_ITEMS.map((key) => [key, "open"]));
    expect({ settledCount, isFinished }).toEqual({ settledCount: 0, isFinished: false });
  });

  it("sees by itself what the village has done", async () => {
    await addAreas(kasi, { baris: "Dusun Montong: RT 01" });
    expect(await stateOf("wilayah")).toBe("done");
    await saveBookNumbers(kasi, SaveBookNumbersInput.parse({ tahun: "2026", angka_ekspedisi: "7" }));
    expect(await stateOf("nomor")).toBe("done");
    await savePaper(kasi, { versi: await version(), kertas: "F4", sesuai: true });
    expect(await stateOf("kertas")).toBe("done");
    await village.ctxAs("kepala-desa");
    expect(await stateOf("perangkat")).toBe("done");
    expect((await checklist()).settledCount).toBe(4);
  });

  it("asks for the emblem first, then for the kop", async () => {
    await saveLetterhead(kasi, { versi: await version(), baris: ["X"] });
    const [kop] = (await checklist()).steps;
    expect(kop).toMatchObject({ state: "open", href: "/kantor/pengaturan/identitas?dari=mulai" });
  });

  it("opens the book step again in a new year", async () => {
    await saveBookNumbers(kasi, SaveBookNumbersInput.parse({ tahun: "2026", angka_ekspedisi: "7" }));
    village.setNow("2026-12-31T16:00:00.000Z");
    kasi = await village.ctxAs("kasi-pemerintahan");
    expect(await stateOf("nomor")).toBe("open");
  });

  it("is finished once every step is done or not needed, and opens again on request", async () => {
    for (const butir of CHECKLIST_ITEMS) await markChecklist(kasi, { butir, tanda: "tidak-perlu" });
    expect(await checklist()).toMatchObject({ settledCount: 6, isFinished: true });
    await markChecklist(kasi, { butir: "kertas", tanda: "perlu" });
    expect(await checklist()).toMatchObject({ settledCount: 5, isFinished: false });
    await addAreas(kasi, { baris: "Dusun Montong" });
    expect(await stateOf("wilayah")).toBe("done");
  });

  it("marks once for two taps, refuses other positions and steps that don't exist", async () => {
    const tap = () => markChecklist(withKey(kasi, "kunci-butir"), { butir: "waktu", tanda: "tidak-perlu" });
    await Promise.all([tap(), tap()]);
    expect(await village.db.select().from(auditLog)).toHaveLength(1);
    const attempt = markChecklist(await village.ctxAs("ketua-rt"), { butir: "waktu", tanda: "perlu" });
    await expect(attempt).rejects.toThrow(ForbiddenError);
    expect(MarkChecklistInput.safeParse({ butir: "apa", tanda: "perlu" }).success).toBe(false);
  });

  it("answers null for a village without a profile", async () => {
    const bare = await createTestVillage();
    expect(await getChecklist(bare.anonymous())).toBeNull();
  });
});
