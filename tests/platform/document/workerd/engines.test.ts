import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { build } from "vite";
import { expect, test } from "vitest";
import { DOCX_TYPE } from "#app/platform/image/sniff-type.ts";
import { readPicture } from "../../image/pictures.ts";

const entry = fileURLToPath(new URL("./engines.ts", import.meta.url));

/** One module for workerd without Node's builtins: the build fails where an engine imports one. */
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

test("all engines run in workerd with no Node compatibility", { timeout: 60_000 }, async () => {
  const script = await bundle();
  expect(script).not.toMatch(/from\s*"node:/);
  const miniflare = new Miniflare({ modules: true, script, compatibilityDate: "2026-07-01", cf: false });
  try {
    const response = await miniflare.dispatchFetch("http://engines/", {
      method: "POST",
      body: readPicture("sawah.jpg"),
    });
    expect(await response.json()).toEqual({
      template: ["SITI"],
      wideLetters: "application/pdf",
      photo: 64,
      pdf: "application/pdf",
      docx: DOCX_TYPE,
      testPrint: "application/pdf",
      rows: 3_001,
      csv: [
        ["N", "’"],
        ["1", "2"],
      ],
    });
  } finally {
    await miniflare.dispose();
  }
});
