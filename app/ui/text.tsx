import type { ReactNode } from "react";
import {
  formatDate,
  formatDateShort,
  formatDateTime,
  formatMoney,
  formatPercent,
  type ZoneName,
} from "./format.ts";
import { UI_WORDS } from "./words.ts";

/** Words for a screen reader only. */
export function SrOnly({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}

export function PrintOnly({ children }: { children: ReactNode }) {
  return <div className="hidden print:block">{children}</div>;
}

export function ScreenOnly({ children }: { children: ReactNode }) {
  return <div className="print:hidden">{children}</div>;
}

/** Whole rupiah, never broken over two lines. */
export function Money({ rupiah }: { rupiah: number | bigint }) {
  return <span className="whitespace-nowrap tabular-nums">{formatMoney(rupiah)}</span>;
}

/** Percent points; null says that there is no figure yet. */
export function Percent({ value, decimals = 1 }: { value: number | null; decimals?: number }) {
  if (value === null) return <span className="text-ink-soft">{UI_WORDS.noFigure}</span>;
  return <span className="whitespace-nowrap tabular-nums">{formatPercent(value, decimals)}</span>;
}

/** A civil date such as `2026-11-24`. */
export function DateText({ date, short = false }: { date: string; short?: boolean }) {
  return (
    <time dateTime={date} className="whitespace-nowrap">
      {short ? formatDateShort(date) : formatDate(date)}
    </time>
  );
}

/** An instant (Date or epoch milliseconds) in the village's zone. */
export function DateTimeText({ at, zone }: { at: Date | number; zone: ZoneName }) {
  return <time dateTime={new Date(at).toISOString()}>{formatDateTime(at, zone)}</time>;
}
