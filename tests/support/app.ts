import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import type { SiteConfig } from "#app/context.ts";
import { type SeededVillage, type SeedSite, type SeedVillage, seedVillage } from "#app/seed/seed-village.ts";
import type { NamespaceHome } from "#db/homes/home.ts";
import { cheapHash } from "./cheap-hash.ts";
import { BrowserlessClient, type ClientAnswer, sendRequest } from "./client.ts";
import { createMemoryFileStore } from "./memory-file-store.ts";

/** What the run's global set-up tells each test file of the app that it started. */
export interface AppAddress {
  port: number;
  baseHost: string;
  home: NamespaceHome;
  signingKey: string;
  masterKeys: string;
  /** Where clock and crons of the run are turned. */
  controlPort: number;
}

declare module "vitest" {
  export interface ProvidedContext {
    app: AppAddress;
  }
}

/** Password of every seeded account. */
export const TEST_PASSWORD = "kata-sandi-uji-7";

/** Every test file shares one built app; each suite makes villages of its own in it. */
export interface TestApp extends AppAddress {
  url: string;
  villageUrl(slug: string): string;
  /** One request on a host, without cookies: `request("localhost:8787", "/healthz")`. */
  request(host: string, path: string, init?: Parameters<typeof sendRequest>[3]): Promise<ClientAnswer>;
  /** A visitor of the portal (no slug) or of a village, with cookies. */
  createBrowserlessClient(slug?: string): BrowserlessClient;
  /** Sets the clock of the whole run: only suites that run alone may turn it. */
  setClock(iso: string): Promise<void>;
  now(): Promise<Date>;
  /** Fires a cron of wrangler.toml and waits for the sweep. */
  fireCron(cron: string): Promise<void>;
  /** Lines of level error that the worker has written in this run so far. */
  errorLines(): Promise<string[]>;
  /** Surroundings for builders of app/seed at the clock's time. Files lie apart from the app's. */
  seedSite(): Promise<SeedSite>;
}

/** The app of this run. */
export function testApp(): TestApp {
  const app = inject("app");
  const request: TestApp["request"] = (host, path, init) => sendRequest(app.port, host, path, init);
  const control = async (path: string, body = "") => {
    const answer = await sendRequest(app.controlPort, "kendali", path, { method: "POST", body });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
    return answer.text;
  };
  const now = async () => new Date(await control("/now"));
  return {
    ...app,
    url: `http://${app.baseHost}`,
    villageUrl: (slug) => `http://${slug}.${app.baseHost}`,
    request,
    createBrowserlessClient: (slug) =>
      new BrowserlessClient(app.port, slug ? `${slug}.${app.baseHost}` : app.baseHost),
    setClock: async (iso) => void (await control("/clock", iso)),
    now,
    errorLines: async () => JSON.parse(await control("/errors")) as string[],
    fireCron: async (cron) => void (await control("/cron", cron)),
    seedSite: async () => ({
      home: app.home,
      config: configOf(app.baseHost),
      files: createMemoryFileStore(),
      signingKey: app.signingKey,
      masterKeys: app.masterKeys,
      now: await now(),
    }),
  };
}

function configOf(baseHost: string): SiteConfig {
  return { environment: "test", publicScheme: "http", baseHost, signupsPerHour: 30 };
}

/** A village that stands in the app, with the positions asked for and one password for all. */
export interface AppVillage extends SeededVillage {
  slug: string;
  host: string;
  /** A client signed in as the holder of a position. */
  signInAs(position: string): Promise<BrowserlessClient>;
  usernameOf(position: string): string;
}

const POSITIONS = ["kepala-desa", "sekretaris-desa", "kasi-pemerintahan", "kaur-keuangan"];

/**
 * Makes a verified, active village with one account for each position (user name = position).
 * Code and address name are new each time, so that suites never meet.
 */
export async function seedTestVillage(
  app: Pick<TestApp, "port" | "baseHost" | "seedSite">,
  overrides: Partial<SeedVillage> & { positions?: string[] } = {},
): Promise<AppVillage> {
  const { positions = POSITIONS, ...rest } = overrides;
  const passwordHash = cheapHash(TEST_PASSWORD);
  const mark = randomUUID().replaceAll("-", "");
  const village: SeedVillage = {
    slug: `uji-${mark.slice(0, 12)}`,
    name: "Sukamaju",
    regionCode: `99.${mark.replace(/\D/g, "").padEnd(12, "0").slice(0, 12)}`,
    district: "Gunungsari",
    regency: "Kabupaten Lombok Barat",
    province: "Nusa Tenggara Barat",
    timeZone: "WITA",
    accounts: positions.map((position) => ({
      name: `Pemegang ${position}`,
      username: position,
      positions: [position],
      passwordHash,
    })),
    ...rest,
  };
  const seeded = await seedVillage(await app.seedSite(), village);
  const host = `${village.slug}.${app.baseHost}`;
  return {
    ...seeded,
    slug: village.slug,
    host,
    usernameOf: (position) => position,
    signInAs: async (position) => {
      const client = new BrowserlessClient(app.port, host);
      await client.signIn(position, TEST_PASSWORD);
      return client;
    },
  };
}
