import { NotFoundError } from "#app/platform/errors.ts";

type Params = Record<string, string | undefined>;

/** The id in an address. */
export function idParam(params: Params): string {
  if (!params.id) throw new NotFoundError();
  return params.id;
}

/** The year in an address. @throws NotFoundError where there is no year */
export function yearParam(params: Params): number {
  if (!/^20\d\d$/.test(params.tahun ?? "")) throw new NotFoundError();
  return Number(params.tahun);
}
