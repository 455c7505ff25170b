import { and, eq, ne, sql } from "drizzle-orm";
import { copyPrefixes, filePrefixes } from "../backup/object-keys.ts";
import { publishedIndicators } from "../comparison/schema/published.ts";
import { backups } from "../directory/schema/backups.ts";
import { dueJobs } from "../directory/schema/jobs.ts";
import { dataKeys } from "../directory/schema/keys.ts";
import { claimReplies, claims } from "../directory/schema/trust.ts";
import { listAll, type ObjectStore } from "../object-store.ts";
import type { ComparisonDb } from "../open.ts";
import type { Place } from "../place.ts";
import { listVillageDatabases } from "./village-databases.ts";

/** What an erasure works on. */
export interface EraseDeps {
  place: Place;
  comparison: ComparisonDb;
  files: ObjectStore;
  /** Objects that one run may delete; the next run takes the others. */
  maxDeletes?: number;
}

interface Budget {
  deletes: number;
}

export interface EraseStep {
  /** Names under which `count` reports. */
  counts: readonly string[];
  count(deps: EraseDeps, villageId: string): Promise<Record<string, number>>;
  /** @returns false where the budget ended before the work */
  remove(deps: EraseDeps, villageId: string, budget: Budget, now: Date): Promise<boolean>;
}

export const ERASE_STEPS: Record<"database" | "files" | "backups" | "keys", EraseStep> = {
  database: {
    counts: ["databases", "published"],
    count: async (deps, villageId) => ({
      databases: (await listVillageDatabases(deps.place, villageId)).length,
      published: await deps.comparison.$count(
        publishedIndicators,
        eq(publishedIndicators.villageId, villageId),
      ),
    }),
    remove: async (deps, villageId) => {
      for (const { home, name } of await listVillageDatabases(deps.place, villageId))
        await deps.place.homes.provisionerOf(home).deleteDatabase(name);
      await deps.comparison.delete(publishedIndicators).where(eq(publishedIndicators.villageId, villageId));
      return true;
    },
  },
  files: {
    counts: ["files", "fileBytes"],
    count: async ({ files }, villageId) => {
      const { objects, bytes } = await measure(files, filePrefixes(villageId));
      return { files: objects, fileBytes: bytes };
    },
    remove: ({ files }, villageId, budget) => removeAll(files, filePrefixes(villageId), budget),
  },
  backups: {
    counts: ["backups", "backupBytes"],
    count: async ({ files, place }, villageId) => ({
      backups: await place.directory.$count(backups, isKeptBackupOf(villageId)),
      backupBytes: (await measure(files, copyPrefixes(villageId))).bytes,
    }),
    remove: async ({ files, place }, villageId, budget) => {
      if (!(await removeAll(files, copyPrefixes(villageId), budget))) return false;
      await place.directory.update(backups).set({ state: "deleted" }).where(isKeptBackupOf(villageId));
      return true;
    },
  },
  keys: {
    counts: ["keys"],
    count: async ({ place }, villageId) => ({
      keys: await place.directory.$count(dataKeys, eq(dataKeys.owner, villageId)),
    }),
    remove: async ({ place }, villageId) => {
      await place.directory.batch([
        place.directory.delete(dataKeys).where(eq(dataKeys.owner, villageId)),
        place.directory.delete(dueJobs).where(eq(dueJobs.villageId, villageId)),
        forgetClaimant(place, villageId),
        forgetReplies(place, villageId),
      ]);
      return true;
    },
  },
};

/** Who asked for verification is the village's own person; who contested it is not, and keeps his claim. */
function forgetClaimant({ directory }: Place, villageId: string) {
  return directory
    .update(claims)
    .set({
      name: "",
      phoneSealed: "",
      decree: null,
      statement: null,
      letterKey: null,
      state: sql`iif(${claims.state} = 'waiting', 'withdrawn', ${claims.state})`,
    })
    .where(and(eq(claims.villageId, villageId), eq(claims.kind, "verification")));
}

/** What the village's own people said to those who contested it. */
function forgetReplies({ directory }: Place, villageId: string) {
  return directory.delete(claimReplies).where(eq(claimReplies.villageId, villageId));
}

function isKeptBackupOf(villageId: string) {
  return and(eq(backups.owner, villageId), ne(backups.state, "deleted"));
}

async function measure(store: ObjectStore, prefixes: readonly string[]) {
  const found = { objects: 0, bytes: 0 };
  for (const prefix of prefixes) {
    for await (const { sizeBytes } of listAll(store, prefix)) {
      found.objects++;
      found.bytes += sizeBytes;
    }
  }
  return found;
}

async function removeAll(store: ObjectStore, prefixes: readonly string[], budget: Budget): Promise<boolean> {
  for (const prefix of prefixes) {
    for await (const { key } of listAll(store, prefix)) {
      if (budget.deletes <= 0) return false;
      budget.deletes--;
      await store.delete(key);
    }
  }
  return true;
}
