import { describe, expect, it } from "vitest";
import type { SiteConfig } from "#app/context.ts";
import { FILE_ADDRESS_SECONDS, readFileAddress, signFileAddress } from "#app/platform/files/addresses.ts";

const config: SiteConfig = {
  environment: "test",
  publicScheme: "http",
  baseHost: "localhost:8787",
  signupsPerHour: 30,
};
const signingKey = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
const now = new Date("2027-01-05T03:00:20.000Z");
const signing = { config, signingKey, now };

async function signed(): Promise<URL> {
  return new URL(await signFileAddress(signing, "desa-a", "desa-a/kunci", "akun-1"));
}

describe("addresses of files in workerd", () => {
  it("lie on the file host and open what they name", async () => {
    const url = await signed();
    expect(url.host).toBe("berkas.localhost:8787");
    expect(await readFileAddress(signing, url)).toMatchObject({ storageKey: "desa-a/kunci" });
  });

  it("work for five minutes and a bit, then no more", async () => {
    const url = await signed();
    const at = (seconds: number) => ({ ...signing, now: new Date(now.getTime() + seconds * 1000) });
    expect(await readFileAddress(at(FILE_ADDRESS_SECONDS), url)).not.toBeNull();
    expect(await readFileAddress(at(FILE_ADDRESS_SECONDS + 61), url)).toBeNull();
  });

  it.each(["a", "s", "t"])("open nothing once %s is changed or gone", async (name) => {
    const changed = await signed();
    const last = changed.searchParams.get(name) ?? "";
    changed.searchParams.set(name, `${last.slice(0, -1)}${last.endsWith("1") ? "2" : "1"}`);
    expect(await readFileAddress(signing, changed)).toBeNull();
    const gone = await signed();
    gone.searchParams.delete(name);
    expect(await readFileAddress(signing, gone)).toBeNull();
  });

  it("open nothing else: not another file, nor another village's", async () => {
    for (const path of ["/desa-a/desa-a/lain", "/desa-b/desa-a/kunci"]) {
      const url = await signed();
      url.pathname = path;
      expect(await readFileAddress(signing, url)).toBeNull();
    }
  });

  it("open nothing signed with another key", async () => {
    const other = btoa(String.fromCharCode(...new Uint8Array(32).fill(8)));
    expect(await readFileAddress({ ...signing, signingKey: other }, await signed())).toBeNull();
  });
});
