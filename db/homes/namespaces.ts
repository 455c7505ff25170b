import { askAdmin } from "./ask-admin.ts";
import { type NamespaceHome, ProvisionError, type Provisioner, slashed } from "./home.ts";

/**
 * Provisioner for the admin API that db/local and self-hosted sqld share
 * (https://github.com/tursodatabase/libsql/blob/main/libsql-server/src/http/admin/mod.rs):
 * `POST /v1/namespaces/:ns/create`, `POST /v1/namespaces/:ns/fork/:to`, `DELETE /v1/namespaces/:ns`, and
 * `GET /v1/namespaces/:ns/config`, which is 404 for a namespace that is not there; `GET /v1/namespaces` is our own. The key goes by the scheme `Basic`,
 * as it is. Of a past state db/local makes a copy from its shipped log (`timestamp`); sqld keeps old states only with a
 * backup service of its own, so nothing here asks it for them.
 */
export function createNamespaceProvisioner(home: NamespaceHome, send: typeof fetch = fetch): Provisioner {
  const token = home.adminToken ?? home.authToken;
  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const headers: Record<string, string> = {};
    if (body !== undefined) headers["content-type"] = "application/json";
    if (token) headers.authorization = `Basic ${token}`;
    const address = new URL(path ? `v1/namespaces/${path}` : "v1/namespaces", slashed(home.adminUrl));
    const sent = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
    return askAdmin(send, home.name, address, sent);
  };
  const hasDatabase = async (name: string): Promise<boolean> => {
    const answer = await call("GET", `${encodeURIComponent(name)}/config`);
    if (answer.ok || answer.status === 404) return answer.ok;
    throw await failure("find", name, answer);
  };
  return {
    hasPointInTime: home.kind === "local",
    hasDatabase,
    createDatabase: async (name) => {
      const answer = await call("POST", `${encodeURIComponent(name)}/create`, {});
      if (!answer.ok && !(await saysThatItExists(answer))) throw await failure("create", name, answer);
    },
    copyDatabase: async (from, to, at) => {
      if (at && home.kind !== "local") throw new ProvisionError(`${home.name} keeps no past states`, 0);
      // sqld refuses a taken name only while that namespace is in its memory, and overwrites it else.
      if (await hasDatabase(to)) throw new ProvisionError(`fork ${from}: ${to} already exists`, 409);
      const path = `${encodeURIComponent(from)}/fork/${encodeURIComponent(to)}`;
      const answer = await call("POST", path, at && { timestamp: at.toISOString() });
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
