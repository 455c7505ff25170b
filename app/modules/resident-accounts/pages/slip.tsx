import { officeLoader } from "#app/platform/http/handlers.ts";
import { activationSlip } from "../activation-slip.server.ts";
import { idParam } from "../params.ts";

/** The slip with the code, to be printed for its person. */
export const loader = officeLoader(async ({ ctx, params }) => {
  const bytes = await activationSlip(ctx, idParam(params));
  return new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(bytes.byteLength),
      "content-disposition": 'inline; filename="slip-aktivasi.pdf"',
      "cache-control": "private, no-store",
    },
  });
});
