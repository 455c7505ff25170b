import { newId } from "#app/platform/ids.ts";
import { hashTerms, TERMS_VERSIONS } from "#app/platform/privacy/processor-terms.ts";
import { presentTerms } from "#app/platform/privacy/terms-rules.ts";
import { termsAcceptances } from "#db/village/schema/privacy.ts";
import { areas, villageProfile } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

/** Areas of the village of these suites. */
export interface PopulationAreas {
  montong: string;
  rw: string;
  rt: string;
  senggigi: string;
}

/** A village with two dusun, one with RW and RT, whose head has accepted the terms. */
export async function createPopulationVillage(): Promise<{ village: TestVillage; places: PopulationAreas }> {
  const village = await createTestVillage();
  const now = village.now();
  const createdAt = now.toISOString();
  const [montong, rw, rt, senggigi] = [newId(now), newId(now), newId(now), newId(now)];
  const area = (id: string, kind: "dusun" | "rw" | "rt", name: string, parentId: string | null) => ({
    id,
    kind,
    name,
    parentId,
    createdAt,
  });
  await village.db.insert(villageProfile).values({
    id: 1,
    name: "Sesela",
    regionCode: "52.01.09.2003",
    districtName: "Gunungsari",
    regencyName: "Kabupaten Lombok Barat",
    provinceName: "Nusa Tenggara Barat",
    timeZone: "WITA",
    updatedAt: createdAt,
  });
  await village.db
    .insert(areas)
    .values([
      area(montong, "dusun", "Montong", null),
      area(rw, "rw", "01", montong),
      area(rt, "rt", "02", rw),
      area(senggigi, "dusun", "Senggigi", null),
    ]);
  const terms = presentTerms(TERMS_VERSIONS, "2026-11-24");
  await village.db.insert(termsAcceptances).values({
    id: newId(now),
    version: terms.version,
    textHash: await hashTerms(terms),
    acceptedBy: "uji",
    acceptedName: "Uji",
    acceptedPosition: "kepala-desa",
    acceptedAt: createdAt,
  });
  return { village, places: { montong, rw, rt, senggigi } };
}
