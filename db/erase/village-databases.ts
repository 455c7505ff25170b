import { and, eq, inArray } from "drizzle-orm";
import { restores } from "../directory/schema/backups.ts";
import { directoryAudit } from "../directory/schema/overseers.ts";
import { villages } from "../directory/schema/villages.ts";
import { villageDatabaseName } from "../names.ts";
import type { Place } from "../place.ts";

/** A database and the home that it lies in. */
export interface LyingDatabase {
  home: string;
  name: string;
}

/**
 * Every database of a village in every home: the one in use, those that restores and moves replaced, copies. A home
 * that can't list its databases tells of those alone that the directory knows; deleting one that is gone is no error.
 */
export async function listVillageDatabases(place: Place, villageId: string): Promise<LyingDatabase[]> {
  const own = villageDatabaseName(villageId);
  const found: LyingDatabase[] = [];
  const known = await knownNames(place, villageId);
  for (const { name: home } of place.homes.all) {
    const listed = await place.homes.provisionerOf(home).listDatabases(own);
    const names = listed?.filter((name) => name === own || name.startsWith(`${own}-`)) ?? known;
    found.push(...names.map((name) => ({ home, name })));
  }
  return found;
}

async function knownNames({ directory }: Place, villageId: string): Promise<string[]> {
  const isMove = inArray(directoryAudit.action, ["village.move", "village.start-move"]);
  const [inUse, replaced, moves] = await directory.batch([
    directory.select({ name: villages.database }).from(villages).where(eq(villages.id, villageId)),
    directory
      .select({ name: restores.database, before: restores.previousDatabase })
      .from(restores)
      .where(eq(restores.villageId, villageId)),
    directory
      .select({ details: directoryAudit.details })
      .from(directoryAudit)
      .where(and(eq(directoryAudit.villageId, villageId), isMove)),
  ]);
  const moved = moves.flatMap(({ details }) => [details.fromDatabase, details.toDatabase]);
  const known = [
    villageDatabaseName(villageId),
    ...inUse.map(({ name }) => name),
    ...replaced.flatMap((row) => [row.name, row.before]),
    ...moved.filter((name) => typeof name === "string"),
  ];
  return [...new Set(known)];
}
