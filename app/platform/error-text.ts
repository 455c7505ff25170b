/**
 * An error as logs, dead letters and `last_error` may hold it. A failed statement's message tells its values, which are
 * people's data and hashes: they are cut off, and the database's own word stands instead.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${errorText(error.cause)})` : "";
  return `${error.name}: ${withoutValues(error.message)}${cause}`;
}

/** Where an error comes from, without its message. */
export function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !error.stack) return undefined;
  const start = error.stack.indexOf(error.message);
  return start < 0 ? undefined : error.stack.slice(start + error.message.length).trim();
}

function withoutValues(message: string): string {
  return message.replace(/\nparams: [\s\S]*$/, "");
}
