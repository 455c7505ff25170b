import { NotFoundError } from "#app/platform/errors.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { complaintSlip } from "../complaint-slip.server.ts";

/** The slip for whoever complained, with the code of his complaint. */
export const loader = officeLoader(async ({ ctx, params }) => {
  if (!params.id) throw new NotFoundError();
  return new Response(await complaintSlip(ctx, params.id), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": 'inline; filename="tanda-terima-pengaduan.pdf"',
      "cache-control": "private, no-store",
    },
  });
});
