import type { Client } from "@libsql/client/web";
import { selectDataKeys } from "../directory/data-keys.ts";
import { backups } from "../directory/schema/backups.ts";
import { newId } from "../ids.ts";
import { connect } from "../open.ts";
import { placeOf } from "../place.ts";
import { joinBytes, utf8 } from "../sealed/bytes.ts";
import { type SealedWriter, startSealed } from "../sealed/sealed-writer.ts";
import { type BackupReason, type BackupRow, changeBackup } from "./backup-rows.ts";
import { ContentHash } from "./content-hash.ts";
import { dumpDatabase } from "./dump.ts";
import { recordLine } from "./dump-lines.ts";
import { backupPrefix } from "./object-keys.ts";
import { PartWriter, removeObjects } from "./object-parts.ts";
import { scratchName } from "./scratch.ts";
import type { BackupSubject, Vault } from "./vault.ts";

/** Bytes of lines that are packed and sealed together. */
const FRAME_BYTES = 512 * 1024;
const DAY_MS = 86_400_000;

/**
 * Backs one database up as it is at this moment, while it is in use: a copy beside it, its content as a sealed stream in
 * the file store, a row in the directory. The database itself waits for nothing.
 * @returns the row of what is stored
 * @throws anything; the row then says `failed` and nothing of the backup is left
 */
export async function takeBackup(
  vault: Vault,
  subject: BackupSubject,
  reason: BackupReason,
  now: Date,
): Promise<BackupRow> {
  const backup = await beginBackup(vault, subject, reason, now);
  const copy = scratchName(subject.database, "cadangan", now);
  try {
    const { provisioner } = placeOf(vault.place, subject);
    await provisioner.copyDatabase(subject.database, copy);
    const stored = await storeCopy(vault, subject, backup, copy);
    await provisioner.deleteDatabase(copy);
    return await changeBackup(vault.place.directory, backup.id, stored);
  } catch (error) {
    // Where this fails too, the home or the store is down: clearCutOff finds the row later.
    await abandonBackup(vault, backup, subject, String(error)).catch(() => undefined);
    throw error;
  }
}

async function beginBackup(
  { place, keepDays }: Vault,
  { owner, epoch }: BackupSubject,
  reason: BackupReason,
  now: Date,
): Promise<BackupRow> {
  const id = newId(now);
  const takenAt = now.toISOString();
  const [row] = await place.directory
    .insert(backups)
    .values({
      id,
      owner,
      reason,
      state: "running",
      // By time, so that whoever has the store alone finds the newest.
      storageKey: `${backupPrefix(owner)}${takenAt.replace(/[-:.]/g, "")}-${id}/`,
      epoch,
      takenAt,
      expiresAt: new Date(now.getTime() + keepDays * DAY_MS).toISOString(),
    })
    .returning();
  if (!row) throw new Error("no row of a backup");
  return row;
}

/** Takes away what an unfinished backup left: its copy, its objects. The row stays and says why. */
export async function abandonBackup(
  vault: Vault,
  backup: BackupRow,
  subject: BackupSubject,
  why: string,
): Promise<void> {
  const copy = scratchName(subject.database, "cadangan", new Date(backup.takenAt));
  await placeOf(vault.place, subject).provisioner.deleteDatabase(copy);
  await removeObjects(vault.files, backup.storageKey);
  await changeBackup(vault.place.directory, backup.id, { state: "failed", error: why.slice(0, 500) });
}

async function storeCopy(
  vault: Vault,
  subject: BackupSubject,
  backup: BackupRow,
  copy: string,
): Promise<Partial<BackupRow>> {
  const client = connect(placeOf(vault.place, subject).home, copy);
  const { owner, database, epoch } = subject;
  const about = { owner, database, takenAt: backup.takenAt };
  const writer = await startSealed(await vault.keys.present(), {
    content: "backup",
    packing: "deflate-raw",
    about,
  });
  const parts = new PartWriter(vault.files, backup.storageKey);
  await parts.write(writer.head);
  const lines = new FrameWriter(writer, parts);
  await lines.add(utf8(recordLine({ balai: "backup", version: 1, ...about, epoch })));
  const hash = new ContentHash();
  let rows = 0;
  for await (const block of dumpDatabase(client)) {
    const bytes = utf8(block.text);
    rows += block.rows;
    await hash.add(bytes);
    await lines.add(bytes);
  }
  const dataKeys = await selectDataKeys(vault.place.directory, owner);
  await lines.add(utf8(recordLine({ dataKeys })));
  await lines.end(utf8(recordLine({ end: true, rows, hash: hash.hex })));
  return {
    state: "stored",
    sizeBytes: parts.bytes,
    contentHash: hash.hex,
    keyIds: dataKeys.map(({ id }) => id),
    schemaVersion: await countMigrations(client),
    finishedAt: vault.clock().toISOString(),
  };
}

async function countMigrations(client: Client): Promise<number> {
  const found = await client.execute("SELECT count(*) AS n FROM _migrations");
  return Number(found.rows[0]?.n ?? 0);
}

/** Gathers lines into frames of even size. */
class FrameWriter {
  readonly #writer: SealedWriter;
  readonly #parts: PartWriter;
  #held: Uint8Array[] = [];
  #heldBytes = 0;

  constructor(writer: SealedWriter, parts: PartWriter) {
    this.#writer = writer;
    this.#parts = parts;
  }

  async add(bytes: Uint8Array): Promise<void> {
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    if (this.#heldBytes >= FRAME_BYTES) await this.#write(false);
  }

  async end(bytes: Uint8Array): Promise<void> {
    this.#held.push(bytes);
    await this.#write(true);
    await this.#parts.flush();
  }

  async #write(isFinal: boolean): Promise<void> {
    await this.#parts.write(await this.#writer.frame(joinBytes(this.#held), isFinal));
    this.#held = [];
    this.#heldBytes = 0;
  }
}
