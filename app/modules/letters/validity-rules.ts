import { addDays, type Day } from "#app/platform/clock.ts";
import type { Validity } from "./kind-rules.ts";

/** The last day on which a letter may be used; null where it has no end. A month on from the 31st is its last day. */
export function validUntil(day: Day, validity: Validity | null): Day | null {
  if (!validity) return null;
  if (validity.unit === "day") return addDays(day, validity.amount);
  const months = validity.unit === "year" ? validity.amount * 12 : validity.amount;
  const [year = 0, month = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  const last = addDays(new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10), -1);
  const same = `${first.slice(0, 8)}${day.slice(8)}`;
  return same > last ? last : same;
}
