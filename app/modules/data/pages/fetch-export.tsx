import { officeLoader } from "#app/platform/http/handlers.ts";
import { fetchExport } from "../fetch-export.server.ts";

/** The sealed file, part by part. */
export const loader = officeLoader(async ({ ctx, params }) => {
  const { fileName, bytes, stream } = await fetchExport(ctx, params.id ?? "");
  const headers = {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename="${fileName}"`,
    "content-length": String(bytes),
    "cache-control": "no-store",
  };
  return new Response(stream, { headers });
});
