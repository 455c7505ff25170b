import type { Vault } from "./backup/vault.ts";
import { requireSound } from "./check-database.ts";
import type { VillageRow } from "./directory/villages.ts";
import type { Migration } from "./migrate.ts";
import { migrateVillage } from "./migrate-village.ts";
import { beginRun, listLagging, noteMigrationError, noteRun, readMigrationState } from "./migration-runs.ts";
import { findMigrationTarget, type MigrationTarget } from "./migration-target.ts";
import { type Place, placeOf } from "./place.ts";
import { migrations as bundled } from "./village/migrations/bundle.ts";
import { LEASE_SECONDS } from "./village-lease.ts";

const PAGE = 200;
/** A run that was killed leaves leases; they are over after the first wait. */
const WAITS = 2;
const NOTED_EVERY = 25;

export type VillageResult = "migrated" | "busy" | Error;

export interface MigrateOptions {
  /** Villages at a time; each is one transaction on one database. */
  concurrency: number;
  /** Villages at most in this run; the next run takes the others. */
  limit: number;
  /** Where each village is backed up before; left out where the deployment makes no backups. */
  vault?: Vault;
  /** The village migrations of this code. */
  migrations?: readonly Migration[];
  /** Told of each village as it is done. */
  onResult?: (village: VillageRow, result: VillageResult) => void;
  /** Waits until leases of others are over; left out, they are left to the next run. */
  pause?: (millis: number) => Promise<void>;
}

export interface MigrateReport {
  target: MigrationTarget;
  migrated: number;
  /** Somebody else was migrating or moving them. */
  busy: number;
  failed: { slug: string; error: string }[];
  /** Why the others were not touched, in Indonesian; null where the run went through. */
  stoppedBecause: string | null;
}

/**
 * Brings all villages that lag as far as they may be brought now: canaries first, the others only once all of those are
 * through and sound. Those that are done fall out of the query, so a run that is cut off is carried on by the next; one
 * that fails stops no other (but a canary, which stops all), and its row says why.
 */
export async function migrateAllVillages(
  place: Place,
  now: () => Date,
  options: MigrateOptions,
): Promise<MigrateReport> {
  const run = await MigrationRunner.begin(place, now, options);
  await run.migrateGroup(true);
  await run.lookAtCanaries();
  if (run.report.stoppedBecause === null) await run.migrateGroup(false);
  return run.end();
}

class MigrationRunner {
  readonly report: MigrateReport;
  readonly #place: Place;
  readonly #now: () => Date;
  readonly #options: MigrateOptions;
  readonly #id: string;
  #left: number;
  #untold = 0;

  static async begin(place: Place, now: () => Date, options: MigrateOptions): Promise<MigrationRunner> {
    const target = await findMigrationTarget(place.directory, options.migrations ?? bundled, now());
    const id = await beginRun(place.directory, target.version, now());
    return new MigrationRunner(place, now, options, target, id);
  }

  private constructor(
    place: Place,
    now: () => Date,
    options: MigrateOptions,
    target: MigrationTarget,
    id: string,
  ) {
    this.#place = place;
    this.#now = now;
    this.#options = options;
    this.#id = id;
    this.#left = options.limit;
    this.report = { target, migrated: 0, busy: 0, failed: [], stoppedBecause: null };
  }

  /** Migrates canaries or the others, page by page; those that somebody else was at are tried again later. */
  async migrateGroup(isCanary: boolean): Promise<void> {
    let busy = await this.#migratePages(isCanary);
    for (let wait = 0; wait < WAITS && busy.length > 0 && this.#options.pause; wait++) {
      await this.#options.pause(LEASE_SECONDS * 1000);
      busy = await this.#migrateAtOnce(busy);
    }
    for (const village of busy) {
      this.report.busy++;
      this.#options.onResult?.(village, "busy");
    }
  }

  async #migratePages(isCanary: boolean): Promise<VillageRow[]> {
    const { directory } = this.#place;
    const { version } = this.report.target;
    const busy: VillageRow[] = [];
    for (let after = ""; this.#left > 0; ) {
      const limit = Math.min(PAGE, this.#left);
      const page = await listLagging(directory, version, { isCanary, after, limit });
      this.#left -= page.length;
      busy.push(...(await this.#migrateAtOnce(page)));
      after = page.at(-1)?.id ?? "";
      if (page.length < limit) break;
    }
    return busy;
  }

  /** @returns those that somebody else was at */
  async #migrateAtOnce(page: readonly VillageRow[]): Promise<VillageRow[]> {
    const queue = [...page];
    const busy: VillageRow[] = [];
    const worker = async () => {
      for (let village = queue.shift(); village; village = queue.shift()) {
        const result = await this.#migrateOne(village);
        if (result === "busy") busy.push(village);
        else await this.#tell(village, result);
      }
    };
    await Promise.all(Array.from({ length: this.#options.concurrency }, worker));
    return busy;
  }

  async #migrateOne(village: VillageRow): Promise<VillageResult> {
    const { vault, migrations } = this.#options;
    const { directory } = this.#place;
    try {
      const { home } = placeOf(this.#place, village);
      const options = { vault, migrations, target: this.report.target };
      const version = await migrateVillage(home, directory, village, this.#now(), options);
      return version === null ? "busy" : "migrated";
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async #tell(village: VillageRow, result: "migrated" | Error): Promise<void> {
    if (result === "migrated") this.report.migrated++;
    else this.report.failed.push({ slug: village.slug, error: result.message });
    this.#options.onResult?.(village, result);
    if (++this.#untold < NOTED_EVERY) return;
    this.#untold = 0;
    await this.#note();
  }

  #note(changes: { finishedAt?: string; stoppedBecause?: string | null } = {}): Promise<void> {
    const { migrated, failed } = this.report;
    return noteRun(this.#place.directory, this.#id, { migrated, failed: failed.length, ...changes });
  }

  /** Canaries that are through must be whole too, also those of an earlier run; else all others wait. */
  async lookAtCanaries(): Promise<void> {
    const { report } = this;
    if (report.failed.length === 0 && report.busy === 0) await this.#examineCanaries();
    const [failed] = report.failed;
    if (failed)
      report.stoppedBecause = `Desa kenari ${failed.slug} gagal diperbarui, jadi desa lain tidak disentuh: ${failed.error}`;
    else if (report.busy > 0)
      report.stoppedBecause =
        "Desa kenari sedang dikerjakan proses lain, jadi desa lain belum disentuh. Jalankan lagi nanti.";
  }

  async #examineCanaries(): Promise<void> {
    const { directory } = this.#place;
    const { canaries } = await readMigrationState(directory);
    for (const village of canaries) {
      try {
        await requireSound(placeOf(this.#place, village).home, village.database);
        if (village.migrationError) await noteMigrationError(directory, village.id, null);
      } catch (error) {
        await noteMigrationError(directory, village.id, String(error));
        await this.#tell(village, error instanceof Error ? error : new Error(String(error)));
      }
    }
  }

  async end(): Promise<MigrateReport> {
    const { stoppedBecause } = this.report;
    await this.#note({ finishedAt: this.#now().toISOString(), stoppedBecause });
    return this.report;
  }
}
