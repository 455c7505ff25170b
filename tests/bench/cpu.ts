import { readFileSync } from "node:fs";
import { childrenNamed } from "#db/local/launch/processes.ts";

/** Linux counts processor time in hundredths of a second wherever it runs Node. */
const MILLIS_PER_TICK = 10;
const USER_FIELD = 11;

/**
 * Milliseconds of processor time that this process (front, databases, visitors) and its workerd have used so far; NaN
 * where the system does not tell. What other programs do meanwhile is not in it.
 */
export function readCpuMillis(): number {
  if (process.platform !== "linux") return Number.NaN;
  const { user, system } = process.cpuUsage();
  const workers = childrenNamed("workerd").map(({ pid }) => ticksOf(pid) * MILLIS_PER_TICK);
  return (user + system) / 1000 + workers.reduce((sum, millis) => sum + millis, 0);
}

/** User and system time out of /proc/pid/stat; the name before its fields may hold spaces. */
function ticksOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return Number(fields[USER_FIELD]) + Number(fields[USER_FIELD + 1]);
}
