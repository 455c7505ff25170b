import { NotFoundError } from "#app/platform/errors.ts";

/** The id in an address. */
export function idParam(params: Record<string, string | undefined>): string {
  if (!params.id) throw new NotFoundError();
  return params.id;
}
