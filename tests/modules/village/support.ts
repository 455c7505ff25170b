import type { OfficeCtx } from "#app/context.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

type Profile = typeof villageProfile.$inferInsert;

/** A village as sign-up leaves it: the official names and nothing else. */
export async function createVillage(profile: Partial<Profile> = {}): Promise<TestVillage> {
  const village = await createTestVillage();
  await village.db.insert(villageProfile).values({
    id: 1,
    name: "Sesela",
    regionCode: "52.01.14.2006",
    districtName: "Gunungsari",
    regencyName: "Kabupaten Lombok Barat",
    provinceName: "Nusa Tenggara Barat",
    timeZone: "WITA",
    updatedAt: "2026-11-24T01:00:00.000Z",
    ...profile,
  });
  return village;
}

export async function profileOf(village: TestVillage) {
  const [profile] = await village.db.select().from(villageProfile);
  if (!profile) throw new Error("no profile");
  return profile;
}

/** The same person with a form's submit key. */
export const withKey = (ctx: OfficeCtx, submitKey: string): OfficeCtx => ({ ...ctx, submitKey });
