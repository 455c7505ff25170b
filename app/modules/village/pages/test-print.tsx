import { officeLoader } from "#app/platform/http/handlers.ts";
import { buildTestPrint } from "#app/platform/pdf/build-test-print.ts";
import { loadLetterhead } from "../emblem.server.ts";
import { requireProfile } from "../profile.server.ts";

/** One page with rulers and the village's kop, on the paper asked for or the usual one. */
export const loader = officeLoader(async ({ ctx, url, frame }) => {
  const profile = requireProfile(frame?.profile);
  const asked = url.searchParams.get("kertas");
  const paper = asked === "F4" || asked === "A4" ? asked : profile.paper;
  const letterhead = await loadLetterhead(ctx, profile);
  const bytes = await buildTestPrint({ paper, letterhead, createdAt: ctx.now, issuer: ctx.tenant });
  const headers = {
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="cetak-uji-${paper}.pdf"`,
  };
  return new Response(bytes, { headers });
});
