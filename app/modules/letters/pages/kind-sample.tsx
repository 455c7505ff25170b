import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { getKind } from "../kinds.server.ts";
import { renderLetter } from "../letter-paper.server.ts";
import { previewKind } from "../preview-kind.server.ts";

/** A kind as it is saved, on the village's paper, about nobody. */
export const loader = officeLoader(async ({ ctx, params, frame }) => {
  const profile = requireProfile(frame?.profile);
  const kind = await getKind(ctx, ctx.db, String(params.kunci));
  const document = previewKind(ctx, kind, profile, await loadLetterhead(ctx, profile));
  const bytes = await renderLetter(document, { paper: profile.paper });
  const headers = {
    "content-type": "application/pdf",
    "content-disposition": 'inline; filename="contoh-surat.pdf"',
  };
  return new Response(bytes, { headers });
});
