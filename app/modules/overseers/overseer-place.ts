import { NotFoundError } from "#app/platform/errors.ts";
import { type OversightKind, oversightKindOf } from "#app/platform/overseer.ts";

/** Which of the two offices a page's address belongs to: one page file serves both. */
export function officeOf(url: URL): OversightKind {
  const kind = oversightKindOf(url.pathname);
  if (!kind) throw new NotFoundError();
  return kind;
}
