import { requireProfile } from "#app/modules/village/profile.server.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { idParam } from "../params.ts";
import { requestSlip } from "../request-slip.server.ts";

/** The slip for whoever asked, with the code of his request. */
export const loader = officeLoader(async ({ ctx, params, frame }) => {
  const bytes = await requestSlip(ctx, idParam(params), requireProfile(frame?.profile));
  return new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": 'inline; filename="tanda-terima-permohonan-informasi.pdf"',
      "cache-control": "private, no-store",
    },
  });
});
