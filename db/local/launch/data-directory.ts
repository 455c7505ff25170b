import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "libsql";
import { describeProcess, isRunning, type ProcessMark } from "./processes.ts";

/** Who uses a data directory, as `running.json` in it says. */
interface Running {
  launcher: ProcessMark | null;
  workerd: ProcessMark | null;
  /** Where the databases answer meanwhile; the token is in secrets.json. */
  databases?: { url: string; adminUrl: string };
}

/** Another launcher serves this data directory. */
export class DataInUseError extends Error {
  override name = "DataInUseError";
  readonly pid: number;
  constructor(dataDir: string, pid: number) {
    super(`${dataDir} is in use by process ${pid}`);
    this.pid = pid;
  }
}

export interface DataDirectory {
  /** Notes the workerd that serves now, so that the next start can end it if this process is killed. */
  noteWorkerd(workerd: ProcessMark | null): void;
  noteDatabases(databases: { url: string; adminUrl: string }): void;
  release(): void;
}

const END_GRACE_MS = 3_000;
const END_POLL_MS = 50;

/**
 * Takes a data directory for this process and ends the workerd that a killed launcher left in it. A process is
 * ended only where pid, command line and start time are those noted.
 * @throws DataInUseError while the launcher that holds it lives
 */
export async function takeDataDirectory(dataDir: string): Promise<DataDirectory> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  for (const part of ["dbs", "store"]) keepPrivate(join(dataDir, part));
  const path = join(dataDir, "running.json");
  const running: Running = { launcher: describeProcess(process.pid), workerd: null };
  const save = () => {
    writeFileSync(`${path}.new`, JSON.stringify(running), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  const leftOver = inTurn(dataDir, () => {
    const earlier = readRunning(path);
    if (earlier?.launcher && isRunning(earlier.launcher))
      throw new DataInUseError(dataDir, earlier.launcher.pid);
    running.workerd = earlier?.workerd ?? null;
    save();
    return running.workerd;
  });
  if (leftOver) {
    await endLeftOver(leftOver);
    running.workerd = null;
    save();
  }
  return {
    noteWorkerd(workerd) {
      running.workerd = workerd;
      save();
    },
    noteDatabases(databases) {
      running.databases = databases;
      save();
    },
    release: () => rmSync(path, { force: true }),
  };
}

const TURN_MS = 10_000;

/** Of several that begin in the same moment one looks and writes at a time; the lock falls with its process. */
function inTurn<Result>(dataDir: string, work: () => Result): Result {
  const lock = new Database(join(dataDir, "running.lock"), { timeout: TURN_MS });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return work();
  } finally {
    lock.close();
  }
}

/** Where the databases of a directory answer while a launcher serves it, or null. */
export function findRunningDatabases(dataDir: string): { url: string; adminUrl: string } | null {
  const running = readRunning(join(dataDir, "running.json"));
  return running?.launcher && isRunning(running.launcher) ? (running.databases ?? null) : null;
}

/** The data directory may be there already and open to all; what lies in it is for its owner alone. */
function keepPrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

function readRunning(path: string): Running | null {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

async function endLeftOver(workerd: ProcessMark): Promise<void> {
  if (!/\bworkerd\b/.test(workerd.command) || !isRunning(workerd)) return;
  process.kill(workerd.pid, "SIGTERM");
  for (let waited = 0; waited < END_GRACE_MS && isRunning(workerd); waited += END_POLL_MS) {
    await wait(END_POLL_MS);
  }
  if (isRunning(workerd)) process.kill(workerd.pid, "SIGKILL");
}
