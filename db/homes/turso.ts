import { z } from "zod";
import { ProvisionError, type Provisioner, type TursoHome } from "./home.ts";
import { type TursoApi, tursoApi } from "./turso-api.ts";

/** Fields as the Platform API spells them. */
const DatabaseAnswer = z.object({ database: z.object({ Name: z.string(), Hostname: z.string() }) });
const ListAnswer = z.object({ databases: z.array(z.object({ Name: z.string() })) });
const GroupOf = z.object({ database: z.object({ group: z.string() }) });
const InstancesAnswer = z.object({ instances: z.array(z.object({ type: z.enum(["primary", "replica"]) })) });

/** A new database answers within seconds; longer is an outage. */
const READY_LOOKS = 40;
const READY_PAUSE_MS = 250;
const MAX_LABEL = 63;

/**
 * Provisioner for Turso Cloud (https://docs.turso.tech/api-reference/databases/create, .../delete, .../retrieve,
 * .../list-instances): databases of one group, copied by `seed: {type: "database"}`, of a past moment by its
 * `timestamp` (https://docs.turso.tech/features/point-in-time-recovery: up to 15 s may be missing before it).
 * @param pause waits between two looks at a new database
 */
export function createTursoProvisioner(
  home: TursoHome,
  send: typeof fetch = fetch,
  pause: (millis: number) => Promise<void> = wait,
): Provisioner {
  const api = tursoApi(home, send);
  const make = async (name: string, seed?: { type: "database"; name: string; timestamp?: string }) => {
    requireShortName(home, name);
    const made = await api.call("POST", "databases", { name, group: home.group, seed });
    requireHostname(home, name, DatabaseAnswer.parse(made).database.Hostname);
    await waitForPrimary(api, name, pause);
  };
  return {
    hasPointInTime: true,
    hasDatabase: async (name) => (await find(api, name)) !== null,
    createDatabase: async (name) => {
      const isTaken = await isConflict(make(name));
      if (!isTaken) return;
      await requireOwn(home, api, name);
      await waitForPrimary(api, name, pause);
    },
    copyDatabase: (from, to, at) => make(to, { type: "database", name: from, timestamp: at?.toISOString() }),
    deleteDatabase: async (name) => {
      await ignoreStatus(404, api.call("DELETE", pathOf(name)));
    },
    listDatabases: async (prefix) => {
      const answer = await api.call("GET", `databases?group=${encodeURIComponent(home.group)}`);
      const names = ListAnswer.parse(answer).databases.map((each) => each.Name);
      return names.filter((name) => name.startsWith(prefix));
    },
  };
}

/** Address of a database, as the home's template says. */
export function tursoDatabaseUrl(home: TursoHome, database: string): string {
  return home.url.replace("{database}", database);
}

/** A host's label has room for 63 letters, and the organisation's name stands in it too. */
function requireShortName(home: TursoHome, name: string): void {
  const { hostname } = new URL(tursoDatabaseUrl(home, name));
  if (hostname.split(".").some((label) => label.length > MAX_LABEL))
    throw new ProvisionError(`${name} is too long for a host of ${home.organization}`, 0);
}

/** Villages are found by the template alone, so a database that lies elsewhere would never be found again. */
function requireHostname(home: TursoHome, name: string, hostname: string): void {
  const expected = new URL(tursoDatabaseUrl(home, name));
  const given = new URL(`${expected.protocol}//${hostname}`);
  if (given.host !== expected.host)
    throw new ProvisionError(`${name} lies at ${hostname}, not at ${expected.host} as configured`, 0);
}

async function requireOwn(home: TursoHome, api: TursoApi, name: string): Promise<void> {
  const found = await find(api, name);
  const { group } = GroupOf.parse(found).database;
  if (group !== home.group) throw new ProvisionError(`${name} exists in the group ${group}`, 409);
  requireHostname(home, name, DatabaseAnswer.parse(found).database.Hostname);
}

async function find(api: TursoApi, name: string): Promise<unknown> {
  return ignoreStatus(404, api.call("GET", pathOf(name)));
}

async function waitForPrimary(
  api: TursoApi,
  name: string,
  pause: (millis: number) => Promise<void>,
): Promise<void> {
  for (let look = 0; look < READY_LOOKS; look++) {
    const { instances } = InstancesAnswer.parse(await api.call("GET", `${pathOf(name)}/instances`));
    if (instances.some((instance) => instance.type === "primary")) return;
    await pause(READY_PAUSE_MS);
  }
  throw new ProvisionError(`${name} has no primary instance yet`, 0);
}

function pathOf(name: string): string {
  return `databases/${encodeURIComponent(name)}`;
}

async function isConflict(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (error) {
    if (error instanceof ProvisionError && error.status === 409) return true;
    throw error;
  }
}

async function ignoreStatus<T>(status: number, work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProvisionError && error.status === status) return null;
    throw error;
  }
}

function wait(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
