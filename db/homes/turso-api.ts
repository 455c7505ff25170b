import { z } from "zod";
import { askAdmin } from "./ask-admin.ts";
import { ProvisionError, slashed, type TursoHome } from "./home.ts";

const Refusal = z.object({ error: z.string() });

/** Turso's Platform API for one organisation. */
export interface TursoApi {
  /**
   * One request below `/v1/organizations/{organization}/`.
   * @returns the answer's JSON
   * @throws ProvisionError with the status and the API's own words; with status 0 where nobody answers
   */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
}

/**
 * Speaks the Platform API as https://docs.turso.tech/api-reference publishes it: `Authorization: Bearer`, JSON bodies,
 * refusals as `{"error": "..."}` with 400, 401, 402, 403, 404 or 409.
 */
export function tursoApi(home: TursoHome, send: typeof fetch = fetch): TursoApi {
  const base = new URL(`v1/organizations/${encodeURIComponent(home.organization)}/`, slashed(home.apiUrl));
  return {
    call: async (method, path, body) => {
      const headers: Record<string, string> = { authorization: `Bearer ${home.apiToken}` };
      if (body !== undefined) headers["content-type"] = "application/json";
      const sent = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
      const answer = await askAdmin(send, home.name, new URL(path, base), sent);
      const text = await answer.text();
      if (!answer.ok)
        throw new ProvisionError(`${method} ${path}: ${wordsOf(answer.status, text)}`, answer.status);
      return JSON.parse(text);
    },
  };
}

function wordsOf(status: number, text: string): string {
  try {
    return `${status} ${Refusal.parse(JSON.parse(text)).error}`;
  } catch {
    return `${status} ${text.slice(0, 200)}`;
  }
}
