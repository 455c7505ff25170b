import { officeLoader } from "#app/platform/http/handlers.ts";
import { exportLetters } from "../letter-list.server.ts";

/** The letters of a year to take along. */
export const loader = officeLoader(({ ctx, url }) => {
  const year = /^20\d\d$/.exec(url.searchParams.get("tahun") ?? "")?.[0];
  return exportLetters(
    ctx,
    url.pathname.endsWith(".csv") ? "csv" : "xlsx",
    year === undefined ? undefined : Number(year),
  );
});
