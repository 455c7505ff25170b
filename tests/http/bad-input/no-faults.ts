import { afterAll, beforeAll, expect } from "vitest";
import type { TestApp } from "#tests/support/app.ts";

/** Fails a suite in which the worker wrote an error: whatever is sent, it is the sender's mistake and not ours. */
export function expectNoFaults(app: TestApp): void {
  let before = 0;
  beforeAll(async () => {
    before = (await app.errorLines()).length;
  });
  afterAll(async () => {
    expect((await app.errorLines()).slice(before)).toEqual([]);
  });
}
