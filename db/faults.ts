/** A home did not answer, or not in time, or its gateway answered for it. Whether a write arrived is not known. */
export class HomeUnavailableError extends Error {
  override name = "HomeUnavailableError";
}

/** What a database could not do for reasons that lie outside the program. */
export type Fault = "unavailable" | "full";

const FULL = /^SQLITE_(FULL|IOERR)/;
/** What freeze.ts raises: a restore or a move is about to put another database in this one's place. */
const FROZEN = /this database is frozen/;
const BUSY = /^SQLITE_(BUSY|LOCKED)/;

/**
 * Which outside trouble lies behind an error of a database call: no answer, a write queue that was too long, or a
 * database that is being replaced ("unavailable"), no room on the disk ("full"; the database wrote nothing then). Null for anything else.
 */
export function faultOf(error: unknown): Fault | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof HomeUnavailableError) return "unavailable";
  const code = String((error as { code?: unknown }).code ?? "");
  if (FULL.test(code)) return "full";
  if (FROZEN.test(error.message)) return "unavailable";
  return BUSY.test(code) ? "unavailable" : faultOf(error.cause);
}

/**
 * Asks a home once, and no longer than `patienceMillis`; the answer is read whole within that time.
 * @throws HomeUnavailableError where nobody answered, or a gateway did (502, 503, 504)
 */
export async function askHome(
  ask: (signal: AbortSignal | undefined) => Promise<Response>,
  patienceMillis: number | undefined,
): Promise<Response> {
  const { body, status, headers } = await askWhole(ask, patienceMillis);
  if ([502, 503, 504].includes(status)) throw new HomeUnavailableError(`a database home answered ${status}`);
  return new Response(body.byteLength > 0 ? body : null, { status, headers });
}

async function askWhole(ask: Parameters<typeof askHome>[0], patienceMillis: number | undefined) {
  try {
    const signal = patienceMillis === undefined ? undefined : AbortSignal.timeout(patienceMillis);
    const answer = await ask(signal);
    const { status, headers } = answer;
    return { body: await answer.arrayBuffer(), status, headers };
  } catch (error) {
    throw new HomeUnavailableError("a database home did not answer", { cause: error });
  }
}
