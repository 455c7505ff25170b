import { type Client, createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { migrations } from "#db/directory/migrations/bundle.ts";
import type { DirectoryDb } from "#db/open.ts";

interface RegionsDatabase {
  db: DirectoryDb;
  client: Client;
}

/** An empty directory in memory with all its migrations; `onStatement` hears of each statement that drizzle sends. */
export async function openRegionsDatabase(onStatement = () => {}): Promise<RegionsDatabase> {
  const client = createClient({ url: ":memory:" });
  for (const { statements } of migrations) await client.migrate([...statements]);
  const db = drizzle(client, { logger: { logQuery: () => onStatement() } }) as unknown as DirectoryDb;
  return { db, client };
}
