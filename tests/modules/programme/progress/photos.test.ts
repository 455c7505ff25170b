import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { approveUpdates } from "#app/modules/programme/approve-updates.server.ts";
import { createUpdate } from "#app/modules/programme/create-update.server.ts";
import { publishPhotos } from "#app/modules/programme/publish-photos.server.ts";
import { UpdateInput } from "#app/modules/programme/update-input.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { updateEvidence } from "#db/village/schema/programme.ts";
import { files } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { type SeededActivity, seedRunningProgramme } from "./running-programme.ts";

let village: TestVillage;
let letters: SeededActivity;

beforeAll(async () => {
  village = await createTestVillage();
  village.setNow("2027-04-05T02:00:00.000Z");
  const seeded = await seedRunningProgramme(village, {
    year: 2027,
    activities: [{ indicators: [{ targets: [10, 10, 10, 10] }] }],
  });
  [letters] = seeded.activities as [SeededActivity];
});

describe("publishPhotos", () => {
  it("shows residents the ticked pictures of an approved report, with consent, and hides them again", async () => {
    const kades = await village.ctxAs("kepala-desa");
    const { id } = await createUpdate(
      await village.ctxAs("kasi-pemerintahan"),
      letters.id,
      UpdateInput.parse({
        triwulan: "1",
        capaian: [{ id: letters.indicatorIds[0], nilai: "12" }],
        maksud: "kirim",
      }),
    );
    const picture = {
      sha256: "x",
      mediaType: "image/jpeg",
      name: "foto.jpg",
      sizeBytes: 1,
      purpose: "evidence",
    };
    await village.db.insert(files).values({
      ...picture,
      id: "foto-1",
      storageKey: "foto-1",
      createdBy: "kasi",
      createdAt: "2027-04-05T02:00:00.000Z",
    });
    await village.db.insert(updateEvidence).values({ updateId: id, fileId: "foto-1", addedAt: "2027-04-05" });
    const show = { foto: ["foto-1"], izin: "ya" as const };
    await expect(publishPhotos(kades, id, show)).rejects.toMatchObject({ name: "ConflictError" });
    await approveUpdates(kades, { laporan: [{ id, version: 2 }] });
    await expect(publishPhotos(kades, id, { foto: ["foto-1"] })).rejects.toMatchObject({ field: "izin" });
    await expect(publishPhotos(kades, id, { ...show, foto: ["lain"] })).rejects.toMatchObject({
      field: "foto",
    });
    const kasi = await village.ctxAs("kasi-pemerintahan");
    await expect(publishPhotos(kasi, id, show)).rejects.toMatchObject({ name: "ForbiddenError" });
    const isPublic = async () =>
      (await village.db.select().from(files).where(eq(files.id, "foto-1")))[0]?.isPublic;
    await publishPhotos(kades, id, show);
    expect(await isPublic()).toBe(true);
    await publishPhotos(kades, id, { foto: [] });
    expect(await isPublic()).toBe(false);
    const traces = await village.db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(traces.filter((each) => each.action === "update.publish-photos")).toHaveLength(2);
  });
});
