import { eq, inArray } from "drizzle-orm";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { villageHosts, villages } from "#db/directory/schema/villages.ts";
import { openDirectory } from "#db/open.ts";
import { createNamespaceProvisioner } from "#db/provision.ts";
import { DEMO_PASSWORD, DEMO_VILLAGES } from "./demo-villages.ts";
import { type SeedSite, type SeedVillage, seedVillage } from "./seed-village.ts";

/** Somebody as whom one may look around. */
export interface DemoAccount {
  /** Address of the village's sign-in page. */
  alamat: string;
  identitas: string;
  kata_sandi: string;
  jabatan: string;
}

/**
 * Makes the demo villages: real places of the official list, people who do not exist.
 * A run that was cut off is done again from the start, so the villages' address names must be the demo's own.
 */
export async function seedDemo(site: SeedSite): Promise<DemoAccount[]> {
  await removeVillages(
    site,
    DEMO_VILLAGES.map((village) => village.slug),
  );
  for (const village of DEMO_VILLAGES) await seedVillage(site, village);
  return listDemoAccounts(site.config);
}

/** The accounts that seedDemo makes. */
export function listDemoAccounts({ publicScheme, baseHost }: SeedSite["config"]): DemoAccount[] {
  return DEMO_VILLAGES.flatMap((village) =>
    (village.accounts ?? []).map((account) => ({
      alamat: `${publicScheme}://${village.slug}.${baseHost}/masuk`,
      identitas: account.username ?? account.phone ?? "",
      kata_sandi: DEMO_PASSWORD,
      jabatan: titleOf(account),
    })),
  );
}

function titleOf({ positions, status }: NonNullable<SeedVillage["accounts"]>[number]): string {
  return positions.map((position) => positionTitle(position, status)).join(", ");
}

async function removeVillages(site: SeedSite, slugs: string[]): Promise<void> {
  const directory = openDirectory(site.home);
  const provisioner = createNamespaceProvisioner(site.home);
  const found = await directory.select().from(villages).where(inArray(villages.slug, slugs));
  for (const village of found) {
    await provisioner.deleteDatabase(village.database);
    await directory.batch([
      directory.delete(dueJobs).where(eq(dueJobs.villageId, village.id)),
      directory.delete(villageHosts).where(eq(villageHosts.villageId, village.id)),
      directory.delete(villages).where(eq(villages.id, village.id)),
    ]);
  }
}
