import { NotFoundError } from "#app/platform/errors.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { makeReport } from "../make-report.server.ts";
import { yearParam } from "../params.ts";
import { parseInstant } from "../report-asof-rules.ts";
import { parseReportFile } from "../report-file-rules.ts";

/** A paper as a file. A PDF opens in the browser, a DOCX is saved; neither is kept by anything on the way. */
export const loader = officeLoader(async ({ ctx, params, url }) => {
  const file = parseReportFile(params.berkas ?? "");
  if (!file) throw new NotFoundError("Laporan dengan nama itu tidak ada.");
  const { bytes, mediaType, fileName } = await makeReport(ctx, {
    year: yearParam(params),
    file,
    chosenDate: url.searchParams.get("per") || null,
    knownAt: parseInstant(url.searchParams.get("menurut")) ?? undefined,
  });
  const disposition = file.format === "pdf" ? "inline" : "attachment";
  return new Response(bytes, {
    headers: {
      "content-type": mediaType,
      "content-length": String(bytes.byteLength),
      "content-disposition": `${disposition}; filename="${fileName}"`,
      "cache-control": "private, no-store",
    },
  });
});
