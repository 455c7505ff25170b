import { ProvisionError } from "./home.ts";

/** Copying a large database takes a while; longer than this is an outage. */
const PATIENCE_MS = 120_000;

/**
 * Sends one request to the administrative side of a home and waits a bounded time for the answer.
 * @param home its name, for whoever reads the error
 * @throws ProvisionError with status 0 where nobody answers in time
 */
export async function askAdmin(
  send: typeof fetch,
  home: string,
  address: URL,
  init: RequestInit,
): Promise<Response> {
  try {
    return await send(address, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    const cause = error instanceof Error && error.cause ? ` (${error.cause})` : "";
    throw new ProvisionError(`home ${home} does not answer: ${error}${cause}`, 0);
  }
}
