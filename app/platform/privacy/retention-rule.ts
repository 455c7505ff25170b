import type { VillageCtx } from "#app/context.ts";
import { addDays, dayIn, instantOf, type Zone } from "../clock.ts";

/** How long something is kept: what is usual, and between which bounds a village may choose. */
export interface Keep {
  unit: "days" | "months";
  standard: number;
  /** Where `least` and `most` are the same there is nothing to choose. */
  least: number;
  most: number;
}

/** Rows of one table by age. Names and expressions are SQL, written in the code and never taken from a person. */
interface Rows {
  table: string;
  /** Expression that gives the moment from which a row's time runs; rows without one stay. */
  age: string;
  /** Condition besides the age. */
  only?: string;
}

/** What happens to what is too old. */
export type Removal =
  | ({ how: "delete" } & Rows)
  /** The row stays for its history, these columns become null. */
  | ({ how: "empty"; columns: readonly string[] } & Rows)
  /** Something that lies in more than one place: the module removes it by itself, a chunk at a time. */
  | {
      how: "run";
      run(ctx: VillageCtx, before: string): Promise<{ removed: number; isMore: boolean }>;
    };

/** A kind of record as its module declares it; app/registry.server.ts lists all. */
export interface RetentionRule {
  /** `accounts.sessions`: names the setting and the records of runs, so it never changes. */
  kind: string;
  /** What is removed, in Indonesian: it stands on the village's page. */
  name: string;
  /** Why it is kept so long and no longer: the purpose, or the law. */
  reason: string;
  keep: Keep;
  removal: Removal;
}

/** What is never removed, and why: it stands on the same page. */
export interface KeptRecord {
  name: string;
  reason: string;
}

/** Key of the village's own choice for a rule. */
export function retentionSetting(kind: string): string {
  return `retention.${kind}`;
}

/** Whether the village may choose how long. */
export function isChoosable({ keep }: Pick<RetentionRule, "keep">): boolean {
  return keep.least < keep.most;
}

/** How long a rule's records are kept: the village's choice where it lies within the bounds, else what is usual. */
export function keptFor({ keep }: Pick<RetentionRule, "keep">, chosen: unknown): number {
  const isAllowed =
    Number.isInteger(chosen) && keep.least <= (chosen as number) && keep.most >= (chosen as number);
  return isAllowed ? (chosen as number) : keep.standard;
}

/**
 * The moment before which records are too old: so many days, or calendar months, before the present moment. The 31st
 * less a month is the last day of the month before.
 */
export function cutoff(unit: Keep["unit"], amount: number, zone: Zone, now: Date): Date {
  if (unit === "days") return new Date(now.getTime() - amount * 86_400_000);
  const today = dayIn(zone, now);
  const [year = 0, month = 1] = today.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - amount, 1)).toISOString().slice(0, 10);
  const next = new Date(Date.UTC(year, month - amount, 1)).toISOString().slice(0, 10);
  const day = `${first.slice(0, 8)}${today.slice(8)}`;
  const last = addDays(next, -1);
  return instantOf(zone, day > last ? last : day);
}
