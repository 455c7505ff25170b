import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { hashDatabase } from "./backup/content-hash.ts";
import { dueJobs } from "./directory/schema/jobs.ts";
import { villages } from "./directory/schema/villages.ts";
import type { VillageRow } from "./directory/villages.ts";
import { freezeDatabase, thawDatabase } from "./freeze.ts";
import type { DatabaseHome } from "./homes/home.ts";
import { REQUIRED_SCHEMA_VERSION } from "./migrate-village.ts";
import { clearAttempts, noteMove } from "./move-notes.ts";
import { sideDatabaseName, villageDatabaseName } from "./names.ts";
import { connect } from "./open.ts";
import { type Place, placeOf } from "./place.ts";
import { transferDatabase } from "./transfer.ts";
import { LeaseLostError, takeVillageLease, type VillageLease } from "./village-lease.ts";

/** A move that can't be, said in Indonesian to the operator; the village is as it was. */
export class MoveError extends Error {
  override name = "MoveError";
}

export interface Moved {
  home: string;
  /** The village's database from now on. */
  database: string;
  /** The one before, in the home before: frozen and whole. */
  previous: { home: string; database: string };
  rows: number;
  /** How long the village could not be written to. */
  readOnlyMillis: number;
}

const RENEWED_EVERY_MS = 10_000;

/**
 * Moves a village's database to another home. The village goes on until its new database is there; then it is read only
 * while all rows are carried over and compared, and from the switch in the directory on it works in the new home. Cut
 * off at any point before the switch, it is whole where it was, read only at most: the same call begins anew and ends
 * it, cancelMove opens it again. What fails by itself is taken back at once.
 * @param now the present; leases and notes carry it
 * @throws MoveError where it may not be moved now; LeaseLostError where another process has taken the move over
 */
export async function moveVillageHome(
  place: Place,
  villageId: string,
  to: string,
  now: () => Date,
): Promise<Moved> {
  const target = place.homes.all.find((home) => home.name === to);
  if (!target) throw new MoveError(`rumah data ${to} tidak ada dalam konfigurasi`);
  const { lease, row } = await takeUp(place, villageId, to, now());
  try {
    return await new Move(place, row, target, lease, now).carryOut();
  } catch (error) {
    if (!(error instanceof LeaseLostError)) await takeBack(place, row, lease, now).catch(() => undefined);
    throw error;
  }
}

/**
 * Calls a move off that was cut off: what was carried over is thrown away, and the village is written to again where it
 * lies.
 * @throws MoveError where it is not being moved, or a process is at it
 */
export async function cancelMove(place: Place, villageId: string, now: () => Date): Promise<void> {
  const { directory } = place;
  const isMoving = sql`${villages.movingTo} IS NOT NULL`;
  const taken = await takeVillageLease(directory, villageId, now(), isMoving);
  if (!taken) throw new MoveError(await whyNot(place, villageId, null));
  await takeBack(place, taken.row, taken.lease, now);
}

async function takeUp(place: Place, villageId: string, to: string, now: Date) {
  const mayBeMoved = and(
    inArray(villages.state, ["active", "suspended"]),
    or(isNull(villages.movingTo), eq(villages.movingTo, to)),
    sql`${villages.home} <> ${to}`,
    sql`${villages.schemaVersion} >= ${REQUIRED_SCHEMA_VERSION}`,
  );
  const taken = await takeVillageLease(place.directory, villageId, now, mayBeMoved);
  if (!taken) throw new MoveError(await whyNot(place, villageId, to));
  return taken;
}

async function whyNot({ directory }: Place, villageId: string, to: string | null): Promise<string> {
  const [row] = await directory.select().from(villages).where(eq(villages.id, villageId));
  if (row?.state !== "active" && row?.state !== "suspended") return "desa ini tidak sedang dipakai";
  if (row.home === to) return `desa ini sudah berada di ${to}`;
  if (to === null && !row.movingTo) return "desa ini tidak sedang dipindahkan";
  if (to && row.movingTo && row.movingTo !== to)
    return `desa ini sedang dipindahkan ke ${row.movingTo}; selesaikan atau batalkan dahulu`;
  if (to && row.schemaVersion < REQUIRED_SCHEMA_VERSION)
    return "skema desa ini tertinggal; jalankan npm run migrate dahulu";
  return `desa ini sedang dikerjakan proses lain; bila proses itu sudah mati, coba lagi setelah satu menit (${row.migrationLeasedUntil})`;
}

class Move {
  readonly #place: Place;
  readonly #row: VillageRow;
  readonly #target: DatabaseHome;
  readonly #lease: VillageLease;
  readonly #now: () => Date;
  readonly #database: string;
  #renewedAt: number;

  constructor(place: Place, row: VillageRow, target: DatabaseHome, lease: VillageLease, now: () => Date) {
    this.#place = place;
    this.#row = row;
    this.#target = target;
    this.#lease = lease;
    this.#now = now;
    // Of its own for each try: whoever was thought dead and wakes up writes where nobody reads.
    this.#database = sideDatabaseName(villageDatabaseName(row.id), "pindah", now());
    this.#renewedAt = now().getTime();
  }

  async carryOut(): Promise<Moved> {
    const { homes } = this.#place;
    const source = homes.get(this.#row.home);
    await clearAttempts(this.#place, this.#row);
    await noteMove(this.#place.directory, "village.start-move", this.#facts, this.#now());
    await homes.provisionerOf(this.#target.name).createDatabase(this.#database);
    const begin = this.#now().getTime();
    await this.#close(source);
    const rows = await this.#carryOver(source);
    await this.#switch();
    return {
      home: this.#target.name,
      database: this.#database,
      previous: { home: this.#row.home, database: this.#row.database },
      rows,
      readOnlyMillis: this.#now().getTime() - begin,
    };
  }

  get #facts() {
    const { id: villageId, home: from, database: fromDatabase } = this.#row;
    return { villageId, from, fromDatabase, to: this.#target.name, toDatabase: this.#database };
  }

  /** First the pages say so, then the database itself refuses whoever has not heard of it. */
  async #close(source: DatabaseHome): Promise<void> {
    const marked = await this.#place.directory
      .update(villages)
      .set({
        movingTo: this.#target.name,
        movingSince: sql`coalesce(${villages.movingSince}, ${this.#now().toISOString()})`,
        epoch: sql`${villages.epoch} + iif(${villages.movingTo} IS NULL, 1, 0)`,
      })
      .where(this.#isAsItWas)
      .returning({ id: villages.id });
    if (marked.length === 0) throw new LeaseLostError(`the lease on ${this.#row.id} is lost`);
    await freezeDatabase(source, this.#row.database);
    await this.#renew().catch(async (error: unknown) => {
      await this.#undoLateFreeze(source);
      throw error;
    });
  }

  /** Called off or done while this process slept: what it froze just now may be in use. */
  async #undoLateFreeze(source: DatabaseHome): Promise<void> {
    const { id, database } = this.#row;
    const [row] = await this.#place.directory.select().from(villages).where(eq(villages.id, id));
    if (row && !row.movingTo && row.database === database) await thawDatabase(source, database);
  }

  async #carryOver(source: DatabaseHome): Promise<number> {
    const to = connect(this.#target, this.#database);
    const keepLease = () => this.#renewInTime();
    const { rows, hash } = await transferDatabase(connect(source, this.#row.database), to, keepLease);
    const arrived = await hashDatabase(to, keepLease);
    if (arrived !== hash) throw new Error(`${this.#database} is not what ${this.#row.database} was`);
    await thawDatabase(this.#target, this.#database);
    return rows;
  }

  async #switch(): Promise<void> {
    const { directory } = this.#place;
    await directory.transaction(async (tx) => {
      const switched = await tx
        .update(villages)
        .set({
          home: this.#target.name,
          database: this.#database,
          movingTo: null,
          movingSince: null,
          migrationLeasedUntil: null,
          epoch: sql`${villages.epoch} + 1`,
        })
        .where(and(this.#isAsItWas, eq(villages.movingTo, this.#target.name)))
        .returning({ id: villages.id });
      if (switched.length === 0) throw new LeaseLostError(`the lease on ${this.#row.id} is lost`);
      await noteMove(tx, "village.move", this.#facts, this.#now());
      await tx.update(dueJobs).set(dueAt(this.#now())).where(eq(dueJobs.villageId, this.#row.id));
    });
  }

  get #isAsItWas() {
    const { home, database } = this.#row;
    return and(this.#lease.isMine, eq(villages.home, home), eq(villages.database, database));
  }

  async #renewInTime(): Promise<void> {
    if (this.#now().getTime() - this.#renewedAt >= RENEWED_EVERY_MS) await this.#renew();
  }

  async #renew(): Promise<void> {
    const now = this.#now();
    await this.#lease.renew(now);
    this.#renewedAt = now.getTime();
  }
}

/**
 * Opens a village again where it lies, and throws away what was carried over. That comes last: the other home may be the
 * very one that failed, and the village must not wait for it.
 */
async function takeBack(place: Place, row: VillageRow, lease: VillageLease, now: () => Date): Promise<void> {
  const { directory } = place;
  await lease.renew(now());
  await thawDatabase(placeOf(place, row).home, row.database);
  const facts = { villageId: row.id, from: row.home, fromDatabase: row.database };
  await directory.transaction(async (tx) => {
    const opened = await tx
      .update(villages)
      .set({ movingTo: null, movingSince: null, epoch: sql`${villages.epoch} + 1` })
      .where(lease.isMine)
      .returning({ id: villages.id });
    if (opened.length === 0) throw new LeaseLostError(`the lease on ${row.id} is lost`);
    await noteMove(tx, "village.cancel-move", facts, now());
    await tx.update(dueJobs).set(dueAt(now())).where(eq(dueJobs.villageId, row.id));
  });
  await clearAttempts(place, row);
  await lease.release();
}

/** What waited while the village could not be written to is due at once. */
function dueAt(now: Date) {
  return { dueAt: now.toISOString(), leasedUntil: null };
}
