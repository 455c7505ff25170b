import { requireProfile } from "#app/modules/village/profile.server.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { makeDispositionSheet } from "../make-disposition-sheet.server.ts";
import { idParam } from "../params.ts";

/** The sheet that goes with a letter from desk to desk, to print. */
export const loader = officeLoader(async ({ ctx, params, frame }) => {
  const { bytes, fileName } = await makeDispositionSheet(
    ctx,
    idParam(params),
    requireProfile(frame?.profile),
  );
  return new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(bytes.byteLength),
      "content-disposition": `inline; filename="${fileName}"`,
      "cache-control": "private, no-store",
    },
  });
});
