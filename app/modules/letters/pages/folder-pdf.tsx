import { officeLoader } from "#app/platform/http/handlers.ts";
import { printFolder } from "../load-folder.server.ts";

/** The papers of the folder as one file. */
export const loader = officeLoader(async ({ ctx, url }) => {
  const part = Number(url.searchParams.get("bagian") ?? "1");
  const bytes = await printFolder(ctx, Number.isInteger(part) && part > 0 ? part : 1);
  return new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(bytes.byteLength),
      "content-disposition": 'inline; filename="map-tanda-tangan.pdf"',
      "cache-control": "private, no-store",
    },
  });
});
