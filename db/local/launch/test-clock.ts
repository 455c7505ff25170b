import { Response } from "miniflare";

/** The clock of a test run, which the worker asks once per request. */
export interface TestClock {
  set(iso: string): void;
  now(): Date;
  answer(): Response;
}

/**
 * A clock that stands where it was set, and goes on by one millisecond each time it is asked: minutes stay what the
 * test said, yet what happens later is later.
 */
export function createTestClock(iso: string): TestClock {
  let millis = instantOf(iso);
  return {
    set: (next) => {
      millis = instantOf(next);
    },
    now: () => new Date(millis),
    answer: () => new Response(new Date(millis++).toISOString()),
  };
}

function instantOf(iso: string): number {
  const millis = Date.parse(iso);
  if (Number.isNaN(millis)) throw new Error(`not a time: ${iso}`);
  return millis;
}
