import { officeLoader } from "#app/platform/http/handlers.ts";
import { numberSlip } from "../number-slip.server.ts";
import { idParam } from "../params.ts";

/** The sheet of a block to print. */
export const loader = officeLoader(async ({ ctx, params }) => {
  const bytes = await numberSlip(ctx, idParam(params));
  return new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": 'inline; filename="lembar-nomor-cadangan.pdf"',
      "cache-control": "private, no-store",
    },
  });
});
