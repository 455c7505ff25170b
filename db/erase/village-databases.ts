import { eq } from "drizzle-orm";
import { restores } from "../directory/schema/backups.ts";
import { villages } from "../directory/schema/villages.ts";
import { villageDatabaseName } from "../names.ts";
import type { Place } from "../place.ts";

/**
 * Every database of a village: the one in use, those that restores replaced, copies. A home that can't list its
 * databases tells of those alone that the directory knows; deleting one that is gone is no error.
 */
export async function listVillageDatabases(place: Place, villageId: string): Promise<string[]> {
  const own = villageDatabaseName(villageId);
  const listed = await place.provisioner.listDatabases(own);
  if (listed) return listed.filter((name) => name === own || name.startsWith(`${own}-`));
  const [inUse, replaced] = await place.directory.batch([
    place.directory.select({ name: villages.database }).from(villages).where(eq(villages.id, villageId)),
    place.directory
      .select({ name: restores.database, before: restores.previousDatabase })
      .from(restores)
      .where(eq(restores.villageId, villageId)),
  ]);
  const known = [own, ...inUse.map(({ name }) => name), ...replaced.flatMap((row) => [row.name, row.before])];
  return [...new Set(known)];
}
