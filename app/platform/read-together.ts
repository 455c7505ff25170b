import type { BatchItem, BatchResponse } from "drizzle-orm/batch";
import type { VillageDb } from "#db/open.ts";

export type Statement = BatchItem<"sqlite">;

/** Statements of one part of a page with what is made of their rows, so that several parts share one round trip. */
export interface Reading<Result> {
  statements: readonly Statement[];
  finish(rows: readonly unknown[]): Result;
}

/** Ties statements to the function that takes their rows, in the same order. */
export function reading<const Statements extends readonly Statement[], Result>(
  statements: Statements,
  finish: (rows: BatchResponse<Statements>) => Result,
): Reading<Result> {
  return { statements, finish: (rows) => finish(rows as BatchResponse<Statements>) };
}

/** What a reading gives, made into something else. */
export function mapReading<From, To>(from: Reading<From>, change: (result: From) => To): Reading<To> {
  return { statements: from.statements, finish: (rows) => change(from.finish(rows)) };
}

/** A list of readings as one reading of their results. */
export function allReadings<Result>(readings: readonly Reading<Result>[]): Reading<Result[]> {
  return {
    statements: readings.flatMap((each) => each.statements),
    finish: (rows) => finishEach(readings, rows) as Result[],
  };
}

type Results<Readings> = {
  [Name in keyof Readings]: Readings[Name] extends Reading<infer Result> ? Result : never;
};

/** Runs all readings in one batch: one round trip, one snapshot of the data. */
export async function readTogether<Readings extends Record<string, Reading<unknown>>>(
  db: VillageDb,
  readings: Readings,
): Promise<Results<Readings>> {
  const parts = Object.values(readings);
  const [first, ...rest] = parts.flatMap((part) => part.statements);
  const rows = first ? await db.batch([first, ...rest]) : [];
  const results = finishEach(parts, rows);
  const names = Object.keys(readings);
  return Object.fromEntries(names.map((name, index) => [name, results[index]])) as Results<Readings>;
}

function finishEach(readings: readonly Reading<unknown>[], rows: readonly unknown[]): unknown[] {
  let start = 0;
  return readings.map((part) => {
    const own = rows.slice(start, start + part.statements.length);
    start += part.statements.length;
    return part.finish(own);
  });
}
