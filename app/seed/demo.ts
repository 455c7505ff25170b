import { eq, inArray } from "drizzle-orm";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { hashPassword } from "#app/platform/passwords.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { villageHosts, villages } from "#db/directory/schema/villages.ts";
import { createProvisioner } from "#db/homes/homes.ts";
import { openDirectory } from "#db/open.ts";
import { tellMidang } from "./demo-midang.ts";
import { demoResident } from "./demo-resident.ts";
import { tellSesela } from "./demo-sesela.ts";
import { DEMO_PASSWORD, DEMO_VILLAGES, type DemoPerson } from "./demo-villages.ts";
import type { SeedSite } from "./seed-village.ts";

/** Where one of the residents has an account. */
const RESIDENT_VILLAGE = "sesela";

/** Somebody as whom one may look around. */
export interface DemoAccount {
  /** Address of the village's sign-in page. */
  alamat: string;
  identitas: string;
  kata_sandi: string;
  jabatan: string;
}

/**
 * Makes the demo villages: real places of the official list, people who do not exist,
 * a year told day by day up to the site's present.
 * A run that was cut off is done again from the start, so the villages' address names must be the demo's own.
 */
export async function seedDemo(site: SeedSite): Promise<DemoAccount[]> {
  await removeVillages(
    site,
    DEMO_VILLAGES.map((village) => village.slug),
  );
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await tellSesela(site, passwordHash);
  await tellMidang(site, passwordHash);
  return listDemoAccounts(site.config);
}

/** The accounts that seedDemo makes. */
export function listDemoAccounts({ publicScheme, baseHost }: SeedSite["config"]): DemoAccount[] {
  const addressOf = (slug: string) => `${publicScheme}://${slug}.${baseHost}`;
  const officials = DEMO_VILLAGES.flatMap((village) =>
    village.people.map((person) => ({
      alamat: `${addressOf(village.slug)}/masuk`,
      identitas: person.username,
      kata_sandi: DEMO_PASSWORD,
      jabatan: titleOf(person),
    })),
  );
  const { nik, pin } = demoResident();
  const alamat = `${addressOf(RESIDENT_VILLAGE)}/warga/masuk`;
  return [...officials, { alamat, identitas: nik, kata_sandi: pin, jabatan: "Warga (NIK dan PIN)" }];
}

function titleOf({ positions, status }: DemoPerson): string {
  return positions.map((position) => positionTitle(position, status)).join(", ");
}

async function removeVillages(site: SeedSite, slugs: string[]): Promise<void> {
  const directory = openDirectory(site.home);
  const provisioner = createProvisioner(site.home);
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
