import { officeLoader } from "#app/platform/http/handlers.ts";
import { printFolder } from "../load-folder.server.ts";
import { pdfAnswer } from "../pdf-answer.ts";

/** The papers of a small folder as one file. */
export const loader = officeLoader(async ({ ctx }) =>
  pdfAnswer(await printFolder(ctx), 'inline; filename="map-tanda-tangan.pdf"'),
);
