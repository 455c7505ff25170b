import { requireProfile } from "#app/modules/village/profile.server.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { makeSlip } from "../make-papers.server.ts";
import { idParam } from "../params.ts";
import { pdfAnswer } from "../pdf-answer.ts";

/** The slip for whoever handed his papers in, with the code of his request. */
export const loader = officeLoader(async ({ ctx, params, frame }) =>
  pdfAnswer(await makeSlip(ctx, idParam(params), requireProfile(frame?.profile))),
);
