import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { build } from "vite";
import { afterEach, expect, it, vi } from "vitest";
import { openSidPeople, openSidWorkbook } from "#tests/support/opensid-workbook.ts";

const entry = fileURLToPath(new URL("./read-register.ts", import.meta.url));

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    ssr: { target: "webworker", noExternal: true },
    build: { ssr: entry, write: false, rollupOptions: { output: { codeSplitting: false } } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !("output" in output)) throw new Error("the build gave no output");
  return output.output[0].code;
}

afterEach(() => vi.unstubAllEnvs());

it("10,000 residents are read, sealed and understood in workerd with a heap of 64 MB", {
  timeout: 120_000,
}, async () => {
  vi.stubEnv("MINIFLARE_WORKERD_V8_FLAGS", "--max-old-space-size=64");
  const script = await bundle();
  const miniflare = new Miniflare({ modules: true, script, compatibilityDate: "2026-07-01", cf: false });
  try {
    const answer = await miniflare.dispatchFetch("http://impor/", {
      method: "POST",
      body: openSidWorkbook(openSidPeople(10_000)),
    });
    expect(await answer.json()).toEqual({ count: 10_000, reasons: 0, secondHeads: 0 });
  } finally {
    await miniflare.dispose();
  }
});
