import { type SeededVillage, seedVillage } from "#app/seed/seed-village.ts";
import type { Balai } from "#db/local/launch/balai.ts";
import { createMemoryFileStore } from "#tests/support/memory-file-store.ts";

/** Makes an empty village in a Balai that a test started by itself. */
export function seedInto(balai: Balai): Promise<SeededVillage> {
  const site = {
    home: balai.home,
    config: {
      environment: "local",
      publicScheme: "http",
      baseHost: balai.baseHost,
      signupsPerHour: 30,
    } as const,
    files: createMemoryFileStore(),
    signingKey: balai.signingKey,
    masterKeys: balai.masterKeys,
    now: new Date(),
  };
  return seedVillage(site, {
    slug: "sukamaju",
    name: "Sukamaju",
    regionCode: "52.01.09.2003",
    district: "Gunungsari",
    regency: "Kabupaten Lombok Barat",
    province: "Nusa Tenggara Barat",
    timeZone: "WITA",
  });
}
