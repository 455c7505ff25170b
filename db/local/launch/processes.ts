import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** A process as the machine names it: two are the same only if all of it is. */
export interface ProcessMark {
  pid: number;
  command: string;
  startedAt: string;
}

/** What runs under a pid, or null. On Windows always null: nothing is known there, so nothing is ended. */
export function describeProcess(pid: number): ProcessMark | null {
  try {
    return process.platform === "linux" ? readProc(pid) : askPs(pid);
  } catch {
    return null;
  }
}

/** Is the process of this mark still running, and not another one that got its pid? */
export function isRunning(mark: ProcessMark): boolean {
  const present = describeProcess(mark.pid);
  return present !== null && present.command === mark.command && present.startedAt === mark.startedAt;
}

/** The processes that this one started and whose command holds `word`. */
export function childrenNamed(word: string): ProcessMark[] {
  if (process.platform === "win32") return [];
  const pids = process.platform === "linux" ? childrenInProc() : childrenByPs();
  return pids.flatMap((pid) => describeProcess(pid) ?? []).filter((mark) => mark.command.includes(word));
}

function readProc(pid: number): ProcessMark | null {
  const [state, ...stat] = statOf(pid);
  // Ended, but nobody has asked for its exit code: in a container there may be no init that does.
  if (state === "Z") return null;
  const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  return { pid, command, startedAt: stat[18] ?? "" };
}

/** Fields of /proc/pid/stat from the third on; the name before them may hold spaces. */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

function childrenInProc(): number[] {
  const isChild = (pid: number) => {
    try {
      return statOf(pid)[1] === String(process.pid);
    } catch {
      return false;
    }
  };
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter(isChild);
}

function askPs(pid: number): ProcessMark | null {
  const line = ps("-p", String(pid), "-o", "lstart=,command=").trim();
  // lstart is always 24 letters: `Tue Nov 24 04:39:00 2026`.
  return line ? { pid, startedAt: line.slice(0, 24), command: line.slice(24).trim() } : null;
}

function childrenByPs(): number[] {
  const pairs = ps("-A", "-o", "pid=,ppid=").trim().split("\n");
  return pairs.flatMap((pair) => {
    const [pid, parent] = pair.trim().split(/\s+/).map(Number);
    return pid && parent === process.pid ? [pid] : [];
  });
}

function ps(...args: string[]): string {
  return execFileSync("ps", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}
