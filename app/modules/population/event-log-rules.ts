import type { Day } from "#app/platform/clock.ts";
import { periodOf } from "./balance-rules.ts";
import { EVENT_KINDS, type EventKind } from "./event-rules.ts";

/** Kinds by which the log of events is narrowed: with an opening nothing happened. */
export const LOGGED_KINDS = EVENT_KINDS.filter((kind) => kind !== "opening");

/** What an address asks of the log of events: months and kind, and where a page goes on; this month unless it says. */
export function readEventAddress(query: URLSearchParams, today: Day) {
  const asked = (name: string) => query.get(name)?.slice(0, 64) || null;
  const period = periodOf(asked("dari"), asked("sampai")) ?? periodOf(today.slice(0, 7), null);
  if (!period) throw new Error("no month");
  const kind: EventKind | null = LOGGED_KINDS.find((each) => each === asked("jenis")) ?? null;
  return { period, kind, afterId: asked("setelah"), isNarrowed: asked("dari") !== null || kind !== null };
}
