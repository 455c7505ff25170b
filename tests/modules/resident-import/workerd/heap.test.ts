import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
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

/** A .sid of some 50 MB in an archive: residents, and tables that nobody wants. */
function largeSid(): Uint8Array<ArrayBuffer> {
  const people = Array.from({ length: 9_000 }, (_, id) => ({ id, nama: `Orang ${id}`, sex: 1, alamat: "-" }));
  const others = Array.from({ length: 400 }, (_, id) => ({ id, isi: "artikel desa ".repeat(9_000) }));
  const tabel = { artikel: { data: others }, tweb_penduduk: { data: people } };
  const text = new TextEncoder().encode(JSON.stringify({ info: {}, tabel }));
  return zipSync({ "desa.sid": text }, { level: 1 }) as Uint8Array<ArrayBuffer>;
}

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
    const sid = await miniflare.dispatchFetch("http://impor/", { method: "POST", body: largeSid() });
    expect(await sid.json()).toEqual({ count: 9_000, reasons: 0, secondHeads: 0 });
  } finally {
    await miniflare.dispose();
  }
});
