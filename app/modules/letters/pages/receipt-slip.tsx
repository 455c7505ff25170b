import { officeLoader } from "#app/platform/http/handlers.ts";
import { idParam } from "../params.ts";
import { pdfAnswer } from "../pdf-answer.ts";
import { receiptSlip } from "../receipt-slip.server.ts";

/** The slip for whoever asked, with the code of his request. */
export const loader = officeLoader(async ({ ctx, params }) =>
  pdfAnswer(await receiptSlip(ctx, idParam(params)), 'inline; filename="tanda-terima.pdf"'),
);
