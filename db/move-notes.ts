import { and, desc, eq, inArray } from "drizzle-orm";
import { directoryAudit } from "./directory/schema/overseers.ts";
import type { VillageRow } from "./directory/villages.ts";
import { ProvisionError } from "./homes/home.ts";
import { newId } from "./ids.ts";
import type { DirectoryDb, DirectoryTx } from "./open.ts";
import type { Place } from "./place.ts";

/** What the directory's audit says of moves; erasure finds a village's databases by them. */
export type MoveAction = "village.start-move" | "village.move" | "village.cancel-move";

export interface MoveFacts {
  villageId: string;
  from: string;
  fromDatabase: string;
  to?: string;
  toDatabase?: string;
}

const ACTIONS: MoveAction[] = ["village.start-move", "village.move", "village.cancel-move"];
const MAX_TRIES_SEEN = 100;

/** Writes a step of a move down in the directory's append-only log. */
export async function noteMove(
  directory: DirectoryDb | DirectoryTx,
  action: MoveAction,
  { villageId, ...details }: MoveFacts,
  now: Date,
): Promise<void> {
  const id = newId(now);
  const about = { entity: "village", entityId: villageId, villageId };
  const by = { actorName: "Balai", requestId: id };
  await directory
    .insert(directoryAudit)
    .values({ id, at: now.toISOString(), action, ...about, ...by, details });
}

/**
 * Throws away what tries since the last move left: none of them was ever in use. What a home does not give up now is
 * left to the next move, and to erasure. Only the holder of the village's lease may call it.
 */
export async function clearAttempts(
  place: Place,
  village: Pick<VillageRow, "id" | "database">,
): Promise<void> {
  const noted = await place.directory
    .select()
    .from(directoryAudit)
    .where(and(eq(directoryAudit.villageId, village.id), inArray(directoryAudit.action, ACTIONS)))
    .orderBy(desc(directoryAudit.id))
    .limit(MAX_TRIES_SEEN);
  const end = noted.findIndex(({ action }) => action === "village.move");
  const isAway = new Set<string>();
  for (const { details } of end < 0 ? noted : noted.slice(0, end)) {
    const { to, toDatabase } = details;
    const wasUsed = noted.some(
      (row) => row.action === "village.move" && row.details.toDatabase === toDatabase,
    );
    if (isAway.has(String(to))) continue;
    const isKnown = place.homes.all.some(({ name }) => name === to);
    if (!isKnown || wasUsed || typeof toDatabase !== "string" || toDatabase === village.database) continue;
    await place.homes
      .provisionerOf(String(to))
      .deleteDatabase(toDatabase)
      .catch((error: unknown) => {
        if (!(error instanceof ProvisionError)) throw error;
        isAway.add(String(to));
      });
  }
}
