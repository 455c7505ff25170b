import { describe, expect, it } from "vitest";
import { type Env, readConfig } from "#workers/bindings.ts";

function envWith(part: Record<string, unknown>): Env {
  const whole = {
    ENVIRONMENT: "local",
    PUBLIC_SCHEME: "http",
    BASE_HOST: "localhost:8787",
    SIGNUPS_PER_HOUR: "30",
    MASTER_KEYS: `uji:${btoa("0".repeat(32))}`,
  };
  return { ...whole, ...part } as unknown as Env;
}

const clock = { fetch: async () => new Response("2027-01-01T00:00:00.000Z") };

describe("the worker's configuration", () => {
  it("lets a test set the clock, and refuses it anywhere else", () => {
    expect(readConfig(envWith({ ENVIRONMENT: "test", TEST_CLOCK: clock })).environment).toBe("test");
    for (const ENVIRONMENT of ["local", "production"]) {
      const env = envWith({ ENVIRONMENT, PUBLIC_SCHEME: "https", TEST_CLOCK: clock });
      expect(() => readConfig(env)).toThrow("TEST_CLOCK");
    }
  });

  it("refuses production over http but on localhost", () => {
    const production = { ENVIRONMENT: "production" };
    expect(() => readConfig(envWith({ ...production, BASE_HOST: "balai.desa.id" }))).toThrow("http");
    expect(() => readConfig(envWith({ ...production, BASE_HOST: "localhost.desa.id" }))).toThrow("http");
    expect(readConfig(envWith({ ...production, BASE_HOST: "localhost:8787" })).publicScheme).toBe("http");
    const safe = envWith({ ...production, PUBLIC_SCHEME: "https", BASE_HOST: "balai.desa.id" });
    expect(readConfig(safe).publicScheme).toBe("https");
  });

  it.each(["", "tanpa-kunci", `a:${btoa("pendek")}`, `a:${btoa("0".repeat(32))},a:${btoa("1".repeat(32))}`])(
    "refuses to run with the master keys %o, and tells nothing of them",
    (MASTER_KEYS) => {
      const reading = () => readConfig(envWith({ MASTER_KEYS }));
      expect(reading).toThrow("MASTER_KEYS");
      expect(reading).not.toThrow(btoa("0".repeat(32)));
    },
  );

  it("refuses isolates that remember keys for longer than a rotation waits", () => {
    expect(() => readConfig(envWith({ TENANT_CACHE_SECONDS: "301" }))).toThrow("TENANT_CACHE_SECONDS");
    expect(readConfig(envWith({ TENANT_CACHE_SECONDS: "300" })).environment).toBe("local");
  });

  it.each([{ ENVIRONMENT: "staging" }, { ENVIRONMENT: undefined }, { PUBLIC_SCHEME: "ftp" }])(
    "refuses %o",
    (part) => {
      expect(() => readConfig(envWith(part))).toThrow();
    },
  );
});
