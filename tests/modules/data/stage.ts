import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { createDataDue } from "#app/modules/data/due.ts";
import { sealedFields } from "#app/registry.server.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { cheapHash } from "#tests/support/cheap-hash.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

export const PASSWORD = "kata sandi kades";
const PASSWORD_HASH = cheapHash(PASSWORD);

export interface DataStage {
  village: TestVillage;
  head(): Promise<OfficeCtx>;
  /** Does what is due now, as the worker would. */
  runDue(): Promise<Date | null>;
}

/** A village that the directory knows, with a head whose password is known. */
export async function setDataStage(): Promise<DataStage> {
  const village = await createTestVillage({
    regionCode: `52.77.01.${String(Math.floor(Math.random() * 1e9))}`,
  });
  const { tenant } = village;
  const ctx = await village.ctxAs("kepala-desa", { name: "Lalu Ahmad" });
  await ctx.db
    .update(accounts)
    .set({ passwordHash: PASSWORD_HASH })
    .where(eq(accounts.id, ctx.actor.accountId));
  await ctx.directory.insert(villages).values({
    id: tenant.villageId,
    slug: tenant.slug,
    name: tenant.name,
    regionCode: tenant.regionCode,
    state: "active",
    timeZone: "WITA",
    home: "utama",
    database: tenant.database,
    schemaVersion: 1,
    createdAt: village.now().toISOString(),
  });
  return {
    village,
    head: async () => {
      const { actor } = await village.ctxAs("kepala-desa", { name: "Lalu Ahmad" });
      return { ...village.anonymous(), actor };
    },
    runDue: async () => (await createDataDue(sealedFields).run(village.anonymous())).nextDueAt,
  };
}
