import type { DatabaseHome } from "./open.ts";

/** Makes and copies databases in a home. All steps are idempotent, so that a crashed sequence may be run again. */
export interface Provisioner {
  /** Makes an empty database; one that exists already is left as it is. */
  createDatabase(name: string): Promise<void>;
  /** Copies a database to a new name while it is in use; an existing target is an error. */
  copyDatabase(from: string, to: string): Promise<void>;
  /** Removes a database; one that does not exist is no error. */
  deleteDatabase(name: string): Promise<void>;
  /** Names that begin with a prefix, or null where the home can't tell (sqld has no listing). */
  listDatabases(prefix: string): Promise<string[] | null>;
}

/** Thrown when a home refuses or does not answer. */
export class ProvisionError extends Error {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.name = "ProvisionError";
    this.status = status;
  }
}

/**
 * Provisioner for the admin API that db/local and self-hosted sqld share
 * (`POST /v1/namespaces/:ns/create`, `POST /v1/namespaces/:ns/fork/:to`, `DELETE /v1/namespaces/:ns`).
 */
export function createNamespaceProvisioner(home: DatabaseHome, send: typeof fetch = fetch): Provisioner {
  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (home.authToken) headers.authorization = `Bearer ${home.authToken}`;
    const address = new URL(path ? `v1/namespaces/${path}` : "v1/namespaces", slashed(home.adminUrl));
    return send(address, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  };
  return {
    createDatabase: async (name) => {
      const answer = await call("POST", `${encodeURIComponent(name)}/create`, {});
      if (!answer.ok && !(await saysThatItExists(answer))) throw await failure("create", name, answer);
    },
    copyDatabase: async (from, to) => {
      const answer = await call("POST", `${encodeURIComponent(from)}/fork/${encodeURIComponent(to)}`, {});
      if (!answer.ok) throw await failure("fork", from, answer);
    },
    deleteDatabase: async (name) => {
      const answer = await call("DELETE", encodeURIComponent(name));
      if (!answer.ok && answer.status !== 404) throw await failure("delete", name, answer);
    },
    listDatabases: async (prefix) => {
      const answer = await call("GET", "");
      if ([404, 405].includes(answer.status)) return null;
      if (!answer.ok) throw await failure("list", prefix, answer);
      const { namespaces } = (await answer.json()) as { namespaces: string[] };
      return namespaces.filter((name) => name.startsWith(prefix));
    },
  };
}

async function saysThatItExists(answer: Response): Promise<boolean> {
  return [400, 409].includes(answer.status) && /exist/i.test(await answer.clone().text());
}

async function failure(step: string, name: string, answer: Response): Promise<ProvisionError> {
  const text = (await answer.text()).slice(0, 200);
  return new ProvisionError(`${step} ${name}: ${answer.status} ${text}`, answer.status);
}

function slashed(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}
