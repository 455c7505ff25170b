import { officeLoader } from "#app/platform/http/handlers.ts";
import { exportComplaints } from "../complaint-list.server.ts";

/** The register of complaints to take along. */
export const loader = officeLoader(({ ctx, url }) =>
  exportComplaints(ctx, url.pathname.endsWith(".csv") ? "csv" : "xlsx"),
);
