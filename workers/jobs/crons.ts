import type { BaseCtx } from "#app/context.ts";
import { mendClock } from "#app/platform/jobs/clock-trust.ts";
import { checkHomes } from "./check-homes.ts";
import { clearCounters } from "./clear-counters.ts";
import { keepBackups } from "./keep-backups.ts";
import { turnDirectoryKeys } from "./turn-directory-keys.ts";
import { wakeDue } from "./wake-due.ts";
import { watchMoves } from "./watch-moves.ts";

/** Work that a cron starts. It claims rows and sends messages; it never walks all villages. */
export interface Sweep {
  name: string;
  /** @returns how many rows it took up */
  run(ctx: BaseCtx): Promise<number>;
}

/** Cron as wrangler.toml writes it -> sweep; a test holds the two equal. */
export const CRONS: Readonly<Record<string, Sweep>> = {
  "*/5 * * * *": { name: "due", run: lookAround },
  "47 * * * *": { name: "backups", run: lookHourly },
  "17 18 * * *": { name: "counters", run: tidyDirectory },
};

/** A clock that went back, and a home that is down, are told of first: what is woken after may fail because of it. */
async function lookAround(ctx: BaseCtx): Promise<number> {
  await mendClock(ctx);
  await checkHomes(ctx);
  return wakeDue(ctx);
}

async function lookHourly(ctx: BaseCtx): Promise<number> {
  await watchMoves(ctx);
  return keepBackups(ctx);
}

async function tidyDirectory(ctx: BaseCtx): Promise<number> {
  await turnDirectoryKeys(ctx);
  return clearCounters(ctx);
}
