import { vi } from "vitest";

/**
 * A machine that dies once the given request has had its effect: its answer and all later requests are lost. Ends with
 * `vi.unstubAllGlobals()`.
 */
export function dieAfter(request: number): { wasReached(): boolean } {
  const send = globalThis.fetch;
  let count = 0;
  vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
    count++;
    if (count > request) throw new Error("power cut");
    const answer = await send(...args);
    if (count === request) throw new Error("power cut");
    return answer;
  });
  return { wasReached: () => count >= request && request > 0 };
}
