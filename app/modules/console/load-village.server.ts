import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { quotaOf } from "#app/platform/files/quota.ts";
import { requireOversight } from "#app/platform/require.ts";
import { pathStatement, type RegionPath } from "#db/directory/regions.ts";
import { backups, erasures, restores } from "#db/directory/schema/backups.ts";
import { deadLetters, dueJobs } from "#db/directory/schema/jobs.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { directoryAudit } from "#db/directory/schema/overseers.ts";
import { villageHosts, villages } from "#db/directory/schema/villages.ts";
import type { DirectoryDb, DirectoryTx } from "#db/open.ts";
import { CONSOLE_WORDS } from "./words.ts";

const BACKUPS_SHOWN = 5;
const RESTORES_SHOWN = 5;
const HISTORY_SHOWN = 15;
const LETTERS_SHOWN = 10;

/** A village for an operator; an erased one too, of which the directory keeps the row. @throws NotFoundError */
export async function getVillageRow(db: DirectoryDb | DirectoryTx, villageId: string) {
  const [row] = await db.select().from(villages).where(eq(villages.id, villageId));
  if (!row) throw new NotFoundError(CONSOLE_WORDS.villageGone);
  return row;
}

/** Dead letters that are open and about one village. */
export function isLetterAbout(villageId: string) {
  const about = sql`iif(json_valid(${deadLetters.body}), json_extract(${deadLetters.body}, '$.villageId'), NULL)`;
  return and(isNull(deadLetters.settledAt), sql`${about} = ${villageId}`);
}

/**
 * All that the directory knows of one village, for whoever runs Balai; never what is in its database. One round trip.
 * @throws NotFoundError
 */
export async function loadVillage(ctx: OversightCtx, villageId: string) {
  requireOversight(ctx, "operator.villages");
  const { directory } = ctx;
  const code = sql`(SELECT region_code FROM villages WHERE id = ${villageId})`;
  const [[village], [path], hosts, kept, past, erased, letters, open, due, history] = await directory.batch([
    directory.select().from(villages).where(eq(villages.id, villageId)),
    directory.all<RegionPath>(pathStatement(code)),
    directory.select().from(villageHosts).where(eq(villageHosts.villageId, villageId)),
    directory
      .select()
      .from(backups)
      .where(eq(backups.owner, villageId))
      .orderBy(desc(backups.takenAt))
      .limit(BACKUPS_SHOWN),
    directory
      .select()
      .from(restores)
      .where(eq(restores.villageId, villageId))
      .orderBy(desc(restores.at))
      .limit(RESTORES_SHOWN),
    directory.select().from(erasures).where(eq(erasures.villageId, villageId)),
    directory
      .select()
      .from(deadLetters)
      .where(isLetterAbout(villageId))
      .orderBy(desc(deadLetters.receivedAt))
      .limit(LETTERS_SHOWN),
    directory
      .select()
      .from(alerts)
      .where(and(eq(alerts.villageId, villageId), isNull(alerts.settledAt)))
      .orderBy(desc(alerts.lastAt)),
    directory.select().from(dueJobs).where(eq(dueJobs.villageId, villageId)).orderBy(dueJobs.dueAt),
    directory
      .select()
      .from(directoryAudit)
      .where(eq(directoryAudit.villageId, villageId))
      .orderBy(desc(directoryAudit.id))
      .limit(HISTORY_SHOWN),
  ]);
  if (!village) throw new NotFoundError(CONSOLE_WORDS.villageGone);
  return {
    village: { ...village, quotaBytes: quotaOf(village) },
    place: path ? `Kec. ${path.kecamatan}, ${path.kabupaten}, ${path.provinsi}` : null,
    hosts: hosts.map(({ host, kind }) => ({ host, kind })),
    backups: kept.map(({ id, reason, state, sizeBytes, takenAt, error }) => {
      return { id, reason, state, sizeBytes, takenAt, error };
    }),
    restores: past.map(({ id, restoredTo, source, askedBy, at }) => ({
      id,
      restoredTo,
      source,
      askedBy,
      at,
    })),
    erasure: erased[0] ?? null,
    letters,
    alerts: open,
    failing: due.filter((row) => row.attempts > 0 && row.lastError !== null),
    history,
  };
}

export type VillageFacts = Awaited<ReturnType<typeof loadVillage>>;
