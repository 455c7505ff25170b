import { requireProfile } from "#app/modules/village/profile.server.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { NOTICE_TARGETS } from "../breach-rules.ts";
import { makeBreachLetter } from "../letters.server.ts";

/** The notice of a breach, to print and sign: to the persons unless another receiver is asked for. */
export const loader = officeLoader(async ({ ctx, params, url, frame }) => {
  const target = NOTICE_TARGETS.find((each) => each === url.searchParams.get("untuk")) ?? "subjek";
  const bytes = await makeBreachLetter(ctx, params.id ?? "", target, requireProfile(frame?.profile));
  const headers = {
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="pemberitahuan-${target}.pdf"`,
    "cache-control": "no-store",
  };
  return new Response(bytes, { headers });
});
