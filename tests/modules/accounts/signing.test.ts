import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ForbiddenError } from "#app/platform/errors.ts";
import { requireMaySign } from "#app/platform/require.ts";
import { readSources } from "#tests/support/sources.ts";

const now = new Date("2026-11-24T02:00:00.000Z");
const tenant = { timeZone: "WITA" } as const;
const ctxUntil = (signingBlockedUntil: string | null) => ({ actor: { signingBlockedUntil }, now, tenant });

describe("an account that was just recovered from outside the village", () => {
  it("signs nothing until its hour, which the refusal names", () => {
    expect(() => requireMaySign(ctxUntil("2026-11-25T02:00:00.000Z"))).toThrow(ForbiddenError);
    expect(() => requireMaySign(ctxUntil("2026-11-25T02:00:00.000Z"))).toThrow(
      /25 November 2026 pukul 10.00 WITA/,
    );
  });

  it("signs after it, as everybody else does", () => {
    requireMaySign(ctxUntil("2026-11-24T02:00:00.000Z"));
    requireMaySign(ctxUntil(null));
  });

  it("is asked about by every verb that approves", () => {
    const verbs = readSources()
      .map(({ path }) => path)
      .filter((path) => /^app\/modules\/.*\.server\.ts$/.test(path))
      .map((path) => ({ path, text: readFileSync(path, "utf8") }))
      .filter(({ text }) => /requirePermission\(ctx, "[\w-]+\.approve"\)/.test(text));
    expect(verbs.length).toBeGreaterThan(3);
    const careless = verbs.filter(({ text }) => !text.includes("requireMaySign(ctx)"));
    expect(careless.map(({ path }) => path)).toEqual([]);
  });
});
