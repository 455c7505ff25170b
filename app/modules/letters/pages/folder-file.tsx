import { officeLoader } from "#app/platform/http/handlers.ts";
import { fetchPrint } from "../fetch-print.server.ts";
import { idParam } from "../params.ts";
import { pdfAnswer } from "../pdf-answer.ts";

/** The file that a job made of a large folder. */
export const loader = officeLoader(async ({ ctx, params }) =>
  pdfAnswer(await fetchPrint(ctx, idParam(params)), 'inline; filename="map-tanda-tangan.pdf"'),
);
