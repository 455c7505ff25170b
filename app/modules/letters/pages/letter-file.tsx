import { officeLoader } from "#app/platform/http/handlers.ts";
import { fileNameOf, frozenDocument, readLetterFile } from "../complete-version.server.ts";
import { renderLetter } from "../letter-paper.server.ts";
import { requirePaper } from "../letter-reading.server.ts";
import { idParam } from "../params.ts";
import { findVersion, getLetter } from "../queries.server.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The frozen PDF, which is always the same; or a DOCX copy to go on writing in, which is no letter. */
export const loader = officeLoader(async ({ ctx, params, url }) => {
  const id = idParam(params);
  const letter = await getLetter(ctx.db, id);
  await requirePaper(ctx, ctx.db, letter);
  if (!url.pathname.endsWith(".docx")) {
    return file(await readLetterFile(ctx, id), "application/pdf", `inline; filename="${fileNameOf(letter)}"`);
  }
  const { document, paper } = await frozenDocument(ctx, letter, await findVersion(ctx.db, id));
  const bytes = await renderLetter(document, { paper, format: "docx" });
  return file(bytes, DOCX, `attachment; filename="${fileNameOf(letter).replace(/pdf$/, "docx")}"`);
});

function file(bytes: Uint8Array<ArrayBuffer>, type: string, disposition: string): Response {
  return new Response(bytes, {
    headers: {
      "content-type": type,
      "content-length": String(bytes.byteLength),
      "content-disposition": disposition,
      "cache-control": "private, no-store",
    },
  });
}
