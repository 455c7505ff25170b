import { type NamespaceHome, slashed } from "../homes/home.ts";
import type { ObjectPage, ObjectStore } from "../object-store.ts";

/** The file store of a Balai that runs on this machine, through the admin side of its databases. */
export function createServedStore(
  home: Pick<NamespaceHome, "adminUrl" | "adminToken" | "authToken">,
  send: typeof fetch = fetch,
): ObjectStore {
  const token = home.adminToken ?? home.authToken;
  const call = async (method: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (token) headers.set("authorization", `Bearer ${token}`);
    const answer = await send(new URL(`v1/objects${path}`, slashed(home.adminUrl)), {
      ...init,
      method,
      headers,
    });
    if (answer.ok || (answer.status === 404 && method === "GET" && path.startsWith("/"))) return answer;
    throw new Error(`file store: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
  };
  const at = (key: string) => `/${encodeURIComponent(key)}`;
  return {
    put: async (key, bytes, mediaType) => {
      const body = bytes as Uint8Array<ArrayBuffer>;
      await (await call("PUT", at(key), { body, headers: { "content-type": mediaType } })).arrayBuffer();
    },
    get: async (key) => {
      const answer = await call("GET", at(key));
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const mediaType = answer.headers.get("content-type") ?? "application/octet-stream";
      return answer.ok ? { bytes, mediaType } : null;
    },
    delete: async (key) => {
      await (await call("DELETE", at(key))).arrayBuffer();
    },
    list: async (prefix, after = "") => {
      const query = new URLSearchParams({ prefix, after });
      return (await (await call("GET", `?${query}`)).json()) as ObjectPage;
    },
  };
}
