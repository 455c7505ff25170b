import { oversightLoader } from "#app/platform/http/handlers.ts";
import { readLetter } from "../read-letter.server.ts";

/** A letter as it was sent: nothing in it may run, and no cache keeps it. A PDF is downloaded, a picture shown. */
export const loader = oversightLoader(async ({ ctx, params }) => {
  const { bytes, mediaType } = await readLetter(ctx, params.id ?? "", params.berkas ?? "");
  const isPicture = mediaType.startsWith("image/");
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": mediaType,
      "content-length": String(bytes.byteLength),
      "content-disposition": `${isPicture ? "inline" : "attachment"}; filename="surat-${params.id?.slice(-8)}${isPicture ? "" : ".pdf"}"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    },
  });
});
