import { residentLoader } from "#app/platform/http/handlers.ts";
import { downloadOwnLetter } from "../download-own-letter.server.ts";
import { idParam } from "../params.ts";

/** The letter as a file, where the file is the letter. */
export const loader = residentLoader(async ({ ctx, params }) => {
  const { bytes, name } = await downloadOwnLetter(ctx, idParam(params));
  return new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(bytes.byteLength),
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
});
