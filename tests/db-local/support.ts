import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, type Config, createClient } from "@libsql/client/http";
import { onTestFinished, vi } from "vitest";
import type { Clock } from "#db/local/clock.ts";
import { type LocalServer, type LocalServerOptions, startLocalServer } from "#db/local/server.ts";
import { removeFolder } from "../support/remove-folder.ts";

// Every test starts a server with real files, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** A directory that is gone when the test ends. */
export function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "db-local-"));
  onTestFinished(() => removeFolder(directory));
  return directory;
}

export type TestServer = LocalServer & {
  dataDir: string;
  /** A client of one namespace, which must exist. */
  client(namespace?: string, config?: Partial<Config>): Client;
  /** Makes namespaces by the admin API. */
  create(...namespaces: string[]): Promise<void>;
  admin(method: string, path: string, init?: RequestInit): Promise<Response>;
  /** Posts one JSON body as it is. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
};

export async function startServer(options: Partial<LocalServerOptions> = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? makeDirectory();
  // Suites hold much that is no garbage; what a collection is for is told by connection-pool.test.ts.
  const collect = options.shipping ? undefined : () => {};
  const server = await startLocalServer({ collect, ...options, dataDir });
  onTestFinished(() => server.stop());
  const admin = (method: string, path: string, init: RequestInit = {}) =>
    fetch(`${server.adminUrl}v1/${path}`, { ...init, method });
  return {
    ...server,
    dataDir,
    admin,
    client(namespace = "default", config = {}) {
      return createClient({ url: server.url, fetch: withNamespace(namespace), ...config });
    },
    async create(...namespaces) {
      for (const namespace of namespaces) {
        const response = await admin("POST", `namespaces/${namespace}/create`, { body: "{}" });
        if (!response.ok) throw new Error(await response.text());
      }
    },
    post(path, body, headers = {}) {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      return fetch(`${server.url}${path}`, { method: "POST", body: text, headers });
    },
  };
}

/** A fetch that names the namespace, as the app's own does. */
export function withNamespace(namespace: string): typeof fetch {
  return (input, init) => {
    const request = new Request(input, init);
    request.headers.set("x-namespace", namespace);
    return fetch(request);
  };
}

type Timer = { at: number; run: () => void };

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  #now = 0;
  #timers: Timer[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  /** Moves the clock and runs, in their order, the timers that fall due. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers = this.#timers.filter((each) => each !== next);
      this.#now = next.at;
      next.run();
    }
    this.#now = until;
  }

  /** How many timers are set. */
  get pending(): number {
    return this.#timers.length;
  }
}

export type Pipeline = {
  baton: string | null;
  base_url: string | null;
  results: {
    type: string;
    error?: { message: string; code: string; extended_code?: string };
    response?: Record<string, unknown> & {
      result?: Record<string, unknown> & { rows: { type: string; value?: unknown; base64?: string }[][] };
    };
  }[];
};

/** Sends requests by the v3 pipeline and reads the answer, which must be a success. */
export async function pipeline(
  server: TestServer,
  requests: unknown[],
  baton: string | null = null,
  path = "v3/pipeline",
): Promise<Pipeline> {
  const response = await server.post(path, { baton, requests });
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as Pipeline;
}

export function execute(sql: string, args: unknown[] = []) {
  return { type: "execute", stmt: { sql, args } };
}

export const integer = (value: number | bigint) => ({ type: "integer", value: String(value) });
