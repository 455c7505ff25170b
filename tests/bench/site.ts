import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { createR2Store } from "#app/platform/files/r2-store.ts";
import { newId } from "#app/platform/ids.ts";
import { hashPassword } from "#app/platform/passwords.ts";
import { dueHandlers } from "#app/registry.server.ts";
import { plausibleHouseholds } from "#app/seed/plausible-households.ts";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { seedHouseholds } from "#app/seed/seed-resident.ts";
import { type SeededVillage, seedVillage } from "#app/seed/seed-village.ts";
import { loadRegions } from "#db/directory/regions-load.ts";
import { registerMissingDue } from "#db/directory/villages.ts";
import type { Balai } from "#db/local/launch/balai.ts";
import { startBalai } from "#db/local/launcher.ts";
import { openDirectory } from "#db/open.ts";
import { areas } from "#db/village/schema/village.ts";
import { readOfficialRegions } from "#scripts/load-regions.ts";
import { BrowserlessClient } from "#tests/support/client.ts";
import { removeFolder } from "../support/remove-folder.ts";
import type { Target } from "./load.ts";
import { seedBenchPortal } from "./seed-portal.ts";
import { type BenchYear, seedBenchYear } from "./seed-year.ts";

export const BENCH_PASSWORD = "kata-sandi-tolok-ukur-7";
const AT_ONCE = 4;

/** A village that is measured, with one of its activities and people signed in. */
export interface BenchVillage {
  host: string;
  activityId: string;
  kasi: Record<string, string>;
  kades: Record<string, string>;
}

export interface Site {
  balai: Balai;
  /** The year of the programmes that run, which is this year. */
  year: number;
  /** Makes a village whose years hold so many activities; the first year is this one, the others are closed. */
  addWorkingVillage(slug: string, activities: number, years: number): Promise<BenchVillage>;
  /** Makes a village without a programme whose register holds so many residents, in five dusun of four RT. */
  addRegister(slug: string, residents: number): Promise<BenchVillage>;
  /** Brings the count of villages without work to `count`; nothing is due in any of them. Gives all their hosts. */
  fillUp(count: number): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts the built app as `npm start` does, on a free port with a data directory of its own that goes with it. */
export async function startSite(dataDir = ownDirectory()): Promise<Site> {
  const balai = await startBalai({
    dataDir,
    port: 0,
    environment: "local",
    vars: { SIGNUPS_PER_HOUR: "1000" },
    prepare: async (home) => {
      await provisionSharedDatabases(home, new Date());
      await loadRegions(openDirectory(home), await readOfficialRegions(), { now: new Date() });
    },
    onLog: (line) => {
      if (line.includes('"level":"error"')) console.error(line);
    },
  });
  return siteOf(balai);
}

function ownDirectory(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-bench-"));
  // However this process ends; workerd goes with it.
  process.once("exit", () => removeFolder(dataDir));
  return dataDir;
}

async function siteOf(balai: Balai): Promise<Site> {
  const passwordHash = await hashPassword(BENCH_PASSWORD);
  const year = new Date().getFullYear();
  let count = 0;
  const seed = (slug: string) => seedNumbered(balai, slug, ++count, passwordHash);
  const filled: string[] = [];
  return {
    balai,
    year,
    addWorkingVillage: async (slug, activities, years) => {
      const village = await seed(slug);
      const [worker = "", approver = ""] = village.people.map((person) => person.accountId);
      const yearOf = (back: number): BenchYear => {
        const state = back === 0 ? "running" : "closed";
        return { year: year - back, state, activities, worker, approver };
      };
      await seedBenchPortal(village.ctx, year);
      const { activityId } = await seedBenchYear(village.ctx, yearOf(0));
      for (let back = 1; back < years; back++) await seedBenchYear(village.ctx, yearOf(back));
      return { activityId, ...(await signIn(balai, slug)) };
    },
    addRegister: async (slug, residents) => {
      const { ctx } = await seed(slug);
      const areaIds = await seedAreas(ctx);
      await seedHouseholds(ctx, plausibleHouseholds({ count: residents, areaIds }));
      return { activityId: "", ...(await signIn(balai, slug)) };
    },
    fillUp: async (wanted) => {
      const names = Array.from({ length: wanted - filled.length }, (_, i) => `isi-${filled.length + i}`);
      filled.push(...names.map((name) => `${name}.${balai.baseHost}`));
      const worker = async () => {
        for (let name = names.shift(); name; name = names.shift()) await seed(name);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      await putNothingDue(balai);
      return [...filled];
    },
    stop: balai.stop,
  };
}

function seedNumbered(
  { baseHost, home, bucket, signingKey, masterKeys }: Balai,
  slug: string,
  number: number,
  passwordHash: string,
): Promise<SeededVillage> {
  const site = {
    home,
    config: { environment: "local", publicScheme: "http", baseHost, signupsPerHour: 30 } as const,
    files: createR2Store(bucket),
    signingKey,
    masterKeys,
    now: new Date(),
  };
  const account = (position: string, isAdmin = false) => {
    const name = `Pemegang ${position}`;
    return { name, username: position, positions: [position], passwordHash, isAdmin };
  };
  return seedVillage(site, {
    slug,
    name: "Sesela",
    // No such province: the villages of the official list stay free for sign-ups.
    regionCode: `99.01.01.${2000 + number}`,
    district: "Gunungsari",
    regency: "Kabupaten Lombok Barat",
    province: "Nusa Tenggara Barat",
    timeZone: "WITA",
    accounts: [
      account("kasi-pemerintahan", true),
      account("kepala-desa"),
      account("sekretaris-desa"),
      account("kaur-keuangan"),
    ],
  });
}

async function signIn({ port, baseHost }: Balai, slug: string) {
  const host = `${slug}.${baseHost}`;
  const cookieOf = async (position: string) => {
    const client = new BrowserlessClient(port, host);
    await client.signIn(position, BENCH_PASSWORD);
    return { cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  };
  return { host, kasi: await cookieOf("kasi-pemerintahan"), kades: await cookieOf("kepala-desa") };
}

async function putNothingDue({ home }: Balai): Promise<void> {
  const directory = openDirectory(home);
  const tomorrow = new Date(Date.now() + 86_400_000);
  const kinds = dueHandlers.map((handler) => handler.kind);
  await registerMissingDue(directory, kinds, tomorrow);
  await directory.run(sql`UPDATE due_jobs SET due_at = ${tomorrow.toISOString()}`);
}

async function seedAreas({ db, now }: VillageCtx): Promise<string[]> {
  const createdAt = now.toISOString();
  const hamlets = ["Montong", "Kebon", "Gegutu", "Perigi", "Dasan"].map((name) => ({
    id: newId(now),
    kind: "dusun" as const,
    name,
    createdAt,
  }));
  const rts = hamlets.flatMap(({ id: parentId }) =>
    ["01", "02", "03", "04"].map((name) => ({
      id: newId(now),
      kind: "rt" as const,
      name,
      parentId,
      createdAt,
    })),
  );
  await db.insert(areas).values([...hamlets, ...rts]);
  return rts.map(({ id }) => id);
}

/** An address that is measured, and how the tables call it. */
export interface Page {
  name: string;
  target: Target;
}

/** Addresses of one village's hot pages; the public ones as a signed-in visitor asks for them, past the page cache. */
export function pagesOf({ host, activityId, kasi, kades }: BenchVillage, year: number) {
  const page = (name: string, path: string, headers?: Record<string, string>): Page => ({
    name,
    target: { host, path, headers },
  });
  const programme = `/kantor/program-kerja/${year}`;
  return {
    cached: [
      page("public /, cached", "/"),
      page("public /program-kerja/{tahun}, cached", `/program-kerja/${year}`),
    ],
    fresh: [
      page("public /", "/", kasi),
      page("public /berita", "/berita", kasi),
      page("public /anggaran/{tahun}", `/anggaran/${year}`, kasi),
      page("public /informasi-publik", "/informasi-publik", kasi),
      page("public /program-kerja/{tahun}", `/program-kerja/${year}`, kasi),
      page("/masuk", "/masuk"),
      page("/kantor", "/kantor", kasi),
      page("/kantor/program-kerja", "/kantor/program-kerja", kasi),
      page("/kantor/program-kerja/{tahun}", programme, kasi),
      page("board: .../{tahun}/papan", `${programme}/papan`, kasi),
      page("activity: .../kegiatan/{id}", `/kantor/program-kerja/kegiatan/${activityId}`, kasi),
      page("approval list: .../pembaruan", "/kantor/program-kerja/pembaruan", kades),
      page("audit log: /kantor/jejak", "/kantor/jejak", kades),
      page("report: .../triwulan-1.pdf", `${programme}/laporan/triwulan-1.pdf`, kasi),
    ],
  };
}

/** The portal's hot pages. */
export function portalPages(host: string): Page[] {
  return [
    { name: "portal /", target: { host, path: "/" } },
    { name: "portal /daftar?cari=batulayar", target: { host, path: "/daftar?cari=batulayar" } },
  ];
}
