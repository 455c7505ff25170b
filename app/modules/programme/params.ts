import { NotFoundError } from "#app/platform/errors.ts";

/** The year in an address; anything but four digits is a page that does not exist. */
export function yearParam(params: Record<string, string | undefined>): number {
  const text = params.tahun ?? "";
  if (!/^20\d{2}$/.test(text)) throw new NotFoundError();
  return Number(text);
}

/** The id in an address. */
export function idParam(params: Record<string, string | undefined>): string {
  if (!params.id) throw new NotFoundError();
  return params.id;
}
