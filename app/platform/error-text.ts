/**
 * An error as logs, dead letters and `last_error` may hold it. Messages of databases and parsers repeat what they were
 * given, which is people's data and hashes: that is cut off or masked, and what went wrong stands alone.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return masked(String(error));
  const cause = error.cause instanceof Error ? ` (${errorText(error.cause)})` : "";
  return `${error.name}: ${masked(withoutValues(error.message))}${cause}`;
}

/** Where an error comes from, without its message. */
export function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !error.stack) return undefined;
  const start = error.stack.indexOf(error.message);
  return start < 0 ? undefined : error.stack.slice(start + error.message.length).trim();
}

/** A statement's values, the text that is no JSON, and what a search stumbled over. */
function withoutValues(message: string): string {
  return message
    .replace(/\nparams: [\s\S]*$/, "")
    .replace(/[\s\S]*is not valid JSON/, "not valid JSON")
    .replace(/(syntax error near|unrecognized token:|near) "[\s\S]*"/, '$1 "…"');
}

/** Nine digits and more are a NIK, a family card or a phone; region codes have dots and ids hyphens between letters. */
const LONG_NUMBER = /(?<![\w.-])\+?\d(?:[ -]?\d){8,}(?![\w-])/g;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/g;

/** A text without numbers that name a person, and without e-mail addresses. */
function masked(text: string): string {
  return text.replace(EMAIL, "…@…").replace(LONG_NUMBER, "…");
}
