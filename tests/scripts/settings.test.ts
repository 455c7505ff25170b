import { describe, expect, it } from "vitest";
import { readSettings } from "#scripts/settings.ts";

describe("settings of npm start", () => {
  it("are those of one machine where nothing is set", () => {
    expect(readSettings({})).toMatchObject({
      port: 8787,
      dataDir: ".data",
      environment: "local",
      publicScheme: "http",
      hasDemo: true,
      vars: {},
    });
  });

  it("take port, folder and DEMO=0 from the environment, and hand the worker's own on", () => {
    const settings = readSettings({
      PORT: "9000",
      DATA_DIR: "/srv/balai",
      DEMO: "0",
      SIGNUPS_PER_HOUR: "5",
      HOME: "/",
    });
    expect(settings).toMatchObject({ port: 9000, dataDir: "/srv/balai", hasDemo: false });
    expect(settings.vars).toEqual({ SIGNUPS_PER_HOUR: "5" });
  });

  it("make no demo in production, nor where files lie elsewhere", () => {
    const https = { PUBLIC_SCHEME: "https", BASE_HOST: "balai.desa.id" };
    expect(readSettings({ ENVIRONMENT: "production", ...https }).hasDemo).toBe(false);
    expect(readSettings({ FILES_S3_ENDPOINT: "https://s3.example" }).hasDemo).toBe(false);
  });

  it.each([
    { PORT: "delapan" },
    { PORT: "70000" },
    { PORT: "" },
    { ENVIRONMENT: "test" },
    { PUBLIC_SCHEME: "ftp" },
  ])("refuse %o with a sentence", (env) => {
    expect(() => readSettings(env)).toThrow(/harus/);
  });

  it("refuse production over http, but for a trial on localhost", () => {
    expect(() => readSettings({ ENVIRONMENT: "production", BASE_HOST: "balai.desa.id" })).toThrow("https");
    expect(readSettings({ ENVIRONMENT: "production", BASE_HOST: "localhost:8787" }).publicScheme).toBe(
      "http",
    );
  });
});
