import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { addSection } from "#app/modules/programme/add-section.server.ts";
import { dropActivity } from "#app/modules/programme/drop-activity.server.ts";
import { loadPlan } from "#app/modules/programme/load-plan.server.ts";
import { loadProgrammeSettings } from "#app/modules/programme/load-programme-settings.server.ts";
import { openProgramme } from "#app/modules/programme/open-programme.server.ts";
import { removeSection } from "#app/modules/programme/remove-section.server.ts";
import { saveProgrammeSettings } from "#app/modules/programme/save-programme-settings.server.ts";
import { saveSection } from "#app/modules/programme/save-section.server.ts";
import { ProgrammeSettingsInput } from "#app/modules/programme/settings-input.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

describe("programmes of a year", () => {
  let village: TestVillage;
  let kasi: OfficeCtx;
  beforeEach(async () => {
    village = await createTestVillage();
    kasi = await village.ctxAs("kasi-pemerintahan");
    await openProgramme(kasi, { tahun: 2027 });
  });

  const sections = async () => (await loadPlan(kasi, 2027)).sections;

  it("are reworded and added to", async () => {
    const [first] = await sections();
    await saveSection(kasi, { program: first?.id ?? "", nama: "Layanan prima", tujuan: "Cepat dan ramah." });
    await addSection(kasi, 2027, { nama: "Ketertiban", tujuan: "Desa aman." });
    expect((await sections()).map((each) => each.name)).toEqual([
      "Layanan prima",
      expect.any(String),
      expect.any(String),
      expect.any(String),
      "Ketertiban",
    ]);
  });

  it("are taken out only once nothing stands under them, and what was dropped stays on record", async () => {
    const [first] = await sections();
    const program = first?.id ?? "";
    await expect(removeSection(kasi, { program })).rejects.toMatchObject({ field: "program" });
    const { activities } = await loadPlan(kasi, 2027);
    for (const activity of activities.filter((each) => each.sectionId === program)) {
      await dropActivity(kasi, activity.id, { versi: activity.version, alasan: "Tidak dikerjakan" });
    }
    await removeSection(kasi, { program });
    expect((await sections()).map((each) => each.id)).not.toContain(program);
    await expect(removeSection(kasi, { program })).rejects.toBeInstanceOf(NotFoundError);
  });

  it("refuse the Kepala Desa as planner and another village's programme", async () => {
    const [first] = await sections();
    const head = await village.ctxAs("kepala-desa");
    const input = { program: first?.id ?? "", nama: "X", tujuan: "Y" };
    await expect(saveSection(head, input)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(addSection(head, 2027, input)).rejects.toBeInstanceOf(ForbiddenError);
    const other = await createTestVillage();
    const stranger = await other.ctxAs("kasi-pemerintahan");
    await expect(saveSection(stranger, input)).rejects.toBeInstanceOf(NotFoundError);
  });

  it("are measured by limits that the village sets", async () => {
    expect(await loadProgrammeSettings(kasi)).toEqual({ deviationPoints: 10, updateDays: 10 });
    await saveProgrammeSettings(
      kasi,
      ProgrammeSettingsInput.parse({ batas_tertinggal: "15", hari_laporan: "5" }),
    );
    expect(await loadProgrammeSettings(kasi)).toEqual({ deviationPoints: 15, updateDays: 5 });
    expect(ProgrammeSettingsInput.safeParse({ batas_tertinggal: "0", hari_laporan: "abc" }).success).toBe(
      false,
    );
    const kaur = await village.ctxAs("kaur-keuangan");
    const input = { batas_tertinggal: 1, hari_laporan: 1 };
    await expect(saveProgrammeSettings(kaur, input)).rejects.toBeInstanceOf(ForbiddenError);
  });
});
