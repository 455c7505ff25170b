import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { NamespaceHome, Provisioner, TursoHome } from "#db/homes/home.ts";
import { createNamespaceProvisioner } from "#db/homes/namespaces.ts";

/** A server on loopback that answers as somebody else's would; databases lie on the run's own libSQL server. */
export interface Double<Home> {
  home: Home;
  /** Refuses everything administrative so, until set back to null. */
  failWith: { status: number; body: string } | null;
  /** Requests that came, `POST /v1/...`. */
  seen: string[];
  stop(): Promise<void>;
}

export interface TursoDouble extends Double<TursoHome> {
  /** Looks that a new database needs until it has a primary. */
  looksUntilReady: number;
  /** Makes all tokens that were minted before worthless. */
  rotate(): void;
}

type Answer = { status: number; body?: unknown } | undefined;

const ADMIN_KEY = "kunci-admin";
const API_TOKEN = "kunci-platform";

/**
 * sqld's admin side as its router has it (libsql-server/src/http/admin/mod.rs): the key by the scheme Basic, no listing,
 * 400 for a namespace that exists.
 */
export async function startSqldDouble(behind: NamespaceHome): Promise<Double<NamespaceHome>> {
  const double = { failWith: null, seen: [] } as unknown as Double<NamespaceHome>;
  const url = await serve(double, async (request, response, body) => {
    double.seen.push(`${request.method} ${request.url}`);
    if (double.failWith) return answer(response, double.failWith.status, double.failWith.body);
    if (request.headers.authorization !== `Basic ${ADMIN_KEY}`) return answer(response, 401, "");
    const known = /^\/v1\/namespaces\/[^/]+(\/(config|create|fork\/[^/]+))?$/.test(request.url ?? "");
    if (!known) return answer(response, 404, "");
    const passed = await pass(behind.adminUrl, request, request.url ?? "", body);
    const text = await passed.text();
    const exists = passed.status >= 400 && /exist/i.test(text) && request.url?.endsWith("/create");
    answer(
      response,
      exists ? 400 : passed.status,
      exists ? '{"error":"Namespace `x` already exists"}' : text,
    );
  });
  double.home = {
    name: "sqld",
    kind: "sqld",
    region: { name: "Mataram, NTB", country: "ID" },
    url: behind.url,
    adminUrl: url,
    authToken: behind.authToken,
    adminToken: ADMIN_KEY,
  };
  return double;
}

/** Turso's Platform API (https://docs.turso.tech/api-reference) for one organisation with one group, and its databases. */
export async function startTursoDouble(behind: NamespaceHome): Promise<TursoDouble> {
  const double = { failWith: null, seen: [], looksUntilReady: 0 } as unknown as TursoDouble;
  const held = new Map<string, { looks: number }>();
  let jwt = "jwt-1";
  double.rotate = () => {
    jwt = `jwt-${Number(jwt.slice(4)) + 1}`;
  };
  const provisioner = createNamespaceProvisioner(behind);
  let host = "";
  const url = await serve(double, async (request, response, body) => {
    const { pathname } = new URL(request.url ?? "", "http://x");
    const sql = /^\/sql\/([^/]+)(\/.*)$/.exec(pathname);
    if (sql) {
      const [, name = "", path = ""] = sql;
      if (request.headers.authorization !== `Bearer ${jwt}`) return answer(response, 401, '{"error":"no"}');
      if (!held.has(name)) return answer(response, 404, '{"error":"no such database"}');
      const passed = await pass(behind.url, request, path, body, { "x-namespace": name }, behind.authToken);
      return answer(response, passed.status, await passed.text());
    }
    double.seen.push(`${request.method} ${request.url}`);
    if (double.failWith) return answer(response, double.failWith.status, double.failWith.body);
    if (request.headers.authorization !== `Bearer ${API_TOKEN}`)
      return answer(response, 401, '{"error":"could not find authorization token"}');
    const found = await answerPlatform({ held, provisioner, double, host, jwt }, request, body);
    answer(response, found?.status ?? 404, JSON.stringify(found?.body ?? { error: "not found" }));
  });
  host = new URL(url).host;
  double.home = {
    name: "turso",
    kind: "turso",
    region: { name: "Tokyo", country: "JP" },
    url: `${url}sql/{database}/`,
    apiUrl: url,
    organization: "balai",
    group: "desa",
    apiToken: API_TOKEN,
    tokenScope: "group",
  };
  return double;
}

interface Platform {
  held: Map<string, { looks: number }>;
  provisioner: Provisioner;
  double: TursoDouble;
  host: string;
  jwt: string;
}

async function answerPlatform(platform: Platform, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const { held, provisioner, host, jwt } = platform;
  const { pathname } = new URL(request.url ?? "", "http://x");
  const [, organization, path = ""] = /^\/v1\/organizations\/([^/]+)\/(.*)$/.exec(pathname) ?? [];
  if (organization !== "balai") return undefined;
  const about = (name: string) => ({ Name: name, DbId: `id-${name}`, Hostname: host, group: "desa" });
  const missing = (name: string) => ({
    status: 404,
    body: { error: `could not find database with name ${name}: record not found` },
  });
  const call = `${request.method} ${path}`;
  if (call === "POST databases") return makeDatabase(platform, JSON.parse(body.toString()), about, missing);
  if (call === "GET databases") return { status: 200, body: { databases: [...held.keys()].map(about) } };
  if (call === "GET groups/desa") return { status: 200, body: { group: { name: "desa" } } };
  if (call === "POST groups/desa/auth/tokens") return { status: 200, body: { jwt } };
  const [, name = "", part = ""] = /^databases\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  const database = held.get(name);
  if (!database) return missing(name);
  if (request.method === "GET" && part === "") return { status: 200, body: { database: about(name) } };
  if (request.method === "POST" && part === "/auth/tokens") return { status: 200, body: { jwt } };
  if (request.method === "GET" && part === "/instances") {
    const isReady = database.looks-- <= 0;
    const primary = { uuid: "u", name: "nrt", type: "primary", region: "nrt", hostname: host };
    return { status: 200, body: { instances: isReady ? [primary] : [] } };
  }
  if (request.method !== "DELETE") return undefined;
  held.delete(name);
  await provisioner.deleteDatabase(name);
  return { status: 200, body: { database: name } };
}

async function makeDatabase(
  { held, provisioner, double, host }: Platform,
  asked: { name: string; group: string; seed?: { type: string; name: string } },
  about: (name: string) => object,
  missing: (name: string) => Answer,
): Promise<Answer> {
  const { name, group, seed } = asked;
  if (!/^[a-z0-9-]{1,64}$/.test(name)) return { status: 400, body: { error: "invalid database name" } };
  if (group !== "desa") return { status: 400, body: { error: "group not found" } };
  if (held.has(name)) return { status: 409, body: { error: `database with name ${name} already exists` } };
  if (seed && !held.has(seed.name)) return missing(seed.name);
  if (seed) await provisioner.copyDatabase(seed.name, name);
  else await provisioner.createDatabase(name);
  held.set(name, { looks: double.looksUntilReady });
  return { status: 200, body: { database: { ...about(name), Hostname: host } } };
}

type Handle = (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<void>;

async function serve(double: { stop(): Promise<void> }, handle: Handle): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    await handle(request, response, Buffer.concat(chunks));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  double.stop = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function pass(
  base: string,
  request: IncomingMessage,
  path: string,
  body: Buffer,
  headers: Record<string, string> = {},
  token?: string,
): Promise<Response> {
  const kept: Record<string, string> = { ...headers };
  if (request.headers["content-type"]) kept["content-type"] = request.headers["content-type"];
  if (token) kept.authorization = `Bearer ${token}`;
  const sent = {
    method: request.method,
    headers: kept,
    body: body.length > 0 ? new Uint8Array(body) : undefined,
  };
  return fetch(new URL(path.replace(/^\//, ""), base), sent);
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "application/json" }).end(body);
}
